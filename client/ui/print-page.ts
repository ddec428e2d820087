const LONGEST_WAIT_MS = 10_000;

/** Prints a page of its own from a frame that nobody sees; the frame goes when the printer's dialogue closes. */
export function printPage(html: string, title: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    frame.title = title;
    frame.setAttribute('aria-hidden', 'true');
    frame.style.cssText = 'position:fixed;inset-inline-end:0;inset-block-end:0;width:0;height:0;border:0';
    const patience = setTimeout(() => finish(new Error('The page to print did not load.')), LONGEST_WAIT_MS);
    function finish(failure?: Error) {
      clearTimeout(patience);
      if (failure === undefined) resolve();
      else {
        frame.remove();
        reject(failure);
      }
    }
    frame.addEventListener('load', () => {
      const page = frame.contentWindow;
      if (page === null) return finish(new Error('The page to print did not load.'));
      page.addEventListener('afterprint', () => frame.remove());
      page.focus();
      page.print();
      finish();
    });
    frame.srcdoc = html;
    document.body.append(frame);
  });
}
