/** What each finding stands for in a few words: a code alone tells nobody what is wrong. Ours, after rules.md section 5. */
const NAMES: Readonly<Record<string, string>> = {
  'RF-CES': 'possible cauda equina syndrome',
  'RF-MYELO': 'possible cord compression',
  'RF-NEURO': 'progressive weakness',
  'RF-STROKE': 'possible stroke',
  'RF-CHEST': 'chest pain, fainting or breathlessness',
  'RF-PE': 'possible pulmonary embolism',
  'RF-DVT': 'possible thrombosis',
  'RF-BP': 'blood pressure beyond the limits',
  'RF-HYPO': 'glucose beyond the limits',
  'RF-FRACT': 'possible fracture',
  'RF-CANCER': 'possible cancer',
  'RF-INFECT': 'possible infection',
  'RF-SEPTJ': 'possible infection of a joint or wound',
  'RF-AAA': 'possible aortic aneurysm',
  'RF-ARTERY': 'possible lack of blood to the brain',
  'RF-COMPART': 'possible compartment syndrome',
  'RF-CRPS': 'possible complex regional pain syndrome',
  'RF-IMPLANT': 'possible failure of an implant',
  'RF-MH': 'thoughts of self-harm',
  'RF-ABUSE': 'suspected abuse or neglect',
  'RF-FALL': 'fall with a head strike or on an anticoagulant',
  'RF-PAIN': 'severe or lasting pain',
};

/** "possible thrombosis"; a code that is not on the list stays as it is. */
export const flagWords = (code: string): string => NAMES[code] ?? code;

/** "Possible thrombosis": at the beginning of a line. */
export const flagTitle = (code: string): string => {
  const words = flagWords(code);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
