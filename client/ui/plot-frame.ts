// Fixed margins of a trend's plot: the labels on the right and the events below are placed by the same arithmetic.
export const PLOT_LEFT = 34;
export const PLOT_RIGHT = 92;
export const PLOT_TOP = 8;

/** Room under the plot: month names, or half a tick's number. */
export const plotBottom = (withDates: boolean): number => (withDates ? 18 : 8);
