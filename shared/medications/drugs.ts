import type { DrugClass } from './drug-classes.ts';

/** An active ingredient as this small table knows it. */
export interface Drug {
  /** The name in small letters; also what is stored. */
  key: string;
  classes: readonly DrugClass[];
  /** Brand names and other spellings. */
  synonyms: readonly string[];
}

type Row = [key: string, classes: readonly DrugClass[], synonyms?: readonly string[]];

/**
 * The drugs that a rehabilitation clinic meets often, with the class that matters for an allergy, a duplicate or therapy. It is
 * short on purpose, written from memory of common references ([M]) and no list of interactions: what it does not know, it says.
 */
const ROWS: readonly Row[] = [
  ['acetaminophen', ['acetaminophen'], ['paracetamol', 'tylenol', 'apap']],
  ['aspirin', ['nsaid', 'antiplatelet'], ['acetylsalicylic acid', 'asa', 'ecotrin']],
  ['ibuprofen', ['nsaid'], ['advil', 'motrin', 'brufen']],
  ['naproxen', ['nsaid'], ['aleve', 'naprosyn']],
  ['diclofenac', ['nsaid'], ['voltaren']],
  ['meloxicam', ['nsaid'], ['mobic']],
  ['celecoxib', ['nsaid'], ['celebrex']],
  ['indomethacin', ['nsaid'], ['indometacin', 'indocin']],
  ['ketorolac', ['nsaid'], ['toradol']],
  ['etodolac', ['nsaid']],
  ['nabumetone', ['nsaid']],
  ['tramadol', ['opioid'], ['ultram']],
  ['oxycodone', ['opioid'], ['oxycontin', 'roxicodone']],
  ['hydrocodone', ['opioid']],
  ['hydromorphone', ['opioid'], ['dilaudid']],
  ['morphine', ['opioid'], ['ms contin']],
  ['codeine', ['opioid']],
  ['fentanyl', ['opioid'], ['duragesic']],
  ['tapentadol', ['opioid'], ['nucynta']],
  ['buprenorphine', ['opioid'], ['butrans', 'belbuca']],
  ['methadone', ['opioid']],
  ['warfarin', ['anticoagulant'], ['coumadin']],
  ['apixaban', ['anticoagulant'], ['eliquis']],
  ['rivaroxaban', ['anticoagulant'], ['xarelto']],
  ['dabigatran', ['anticoagulant'], ['pradaxa']],
  ['edoxaban', ['anticoagulant'], ['savaysa', 'lixiana']],
  ['enoxaparin', ['anticoagulant'], ['lovenox']],
  ['heparin', ['anticoagulant']],
  ['clopidogrel', ['antiplatelet'], ['plavix']],
  ['ticagrelor', ['antiplatelet'], ['brilinta']],
  ['prednisone', ['corticosteroid']],
  ['prednisolone', ['corticosteroid']],
  ['methylprednisolone', ['corticosteroid'], ['medrol', 'depo-medrol', 'solu-medrol']],
  ['dexamethasone', ['corticosteroid'], ['decadron']],
  ['triamcinolone', ['corticosteroid'], ['kenalog']],
  ['betamethasone', ['corticosteroid'], ['celestone']],
  ['hydrocortisone', ['corticosteroid']],
  ['metoprolol', ['beta-blocker'], ['lopressor', 'toprol']],
  ['atenolol', ['beta-blocker'], ['tenormin']],
  ['bisoprolol', ['beta-blocker']],
  ['carvedilol', ['beta-blocker'], ['coreg']],
  ['propranolol', ['beta-blocker'], ['inderal']],
  ['nebivolol', ['beta-blocker'], ['bystolic']],
  ['labetalol', ['beta-blocker']],
  ['insulin', ['insulin'], ['lantus', 'humalog', 'novolog', 'insulin glargine', 'insulin lispro', 'levemir']],
  ['glipizide', ['secretagogue'], ['glucotrol']],
  ['glimepiride', ['secretagogue'], ['amaryl']],
  ['glyburide', ['secretagogue'], ['glibenclamide']],
  ['repaglinide', ['secretagogue'], ['prandin']],
  ['metformin', ['biguanide'], ['glucophage']],
  ['empagliflozin', ['sglt2-inhibitor'], ['jardiance']],
  ['semaglutide', ['glp1-agonist'], ['ozempic', 'wegovy']],
  ['gabapentin', ['gabapentinoid'], ['neurontin']],
  ['pregabalin', ['gabapentinoid'], ['lyrica']],
  ['duloxetine', ['snri'], ['cymbalta']],
  ['venlafaxine', ['snri'], ['effexor']],
  ['sertraline', ['ssri'], ['zoloft']],
  ['escitalopram', ['ssri'], ['lexapro']],
  ['amitriptyline', ['tricyclic'], ['elavil']],
  ['nortriptyline', ['tricyclic'], ['pamelor']],
  ['cyclobenzaprine', ['muscle-relaxant'], ['flexeril']],
  ['methocarbamol', ['muscle-relaxant'], ['robaxin']],
  ['tizanidine', ['muscle-relaxant'], ['zanaflex']],
  ['baclofen', ['muscle-relaxant'], ['lioresal']],
  ['diazepam', ['benzodiazepine', 'muscle-relaxant'], ['valium']],
  ['lorazepam', ['benzodiazepine'], ['ativan']],
  ['levetiracetam', ['antiepileptic'], ['keppra']],
  ['carbamazepine', ['antiepileptic'], ['tegretol']],
  ['lidocaine', ['amide-anaesthetic'], ['xylocaine', 'lignocaine', 'lidoderm']],
  ['bupivacaine', ['amide-anaesthetic'], ['marcaine']],
  ['ropivacaine', ['amide-anaesthetic'], ['naropin']],
  ['procaine', ['ester-anaesthetic'], ['novocaine', 'novocain']],
  ['onabotulinumtoxina', ['botulinum-toxin'], ['botox', 'botulinum toxin']],
  ['amoxicillin', ['penicillin'], ['amoxil']],
  ['ampicillin', ['penicillin']],
  ['penicillin v', ['penicillin'], ['penicillin vk']],
  ['cephalexin', ['cephalosporin'], ['cefalexin', 'keflex']],
  ['cefazolin', ['cephalosporin']],
  ['sulfamethoxazole', ['sulfonamide-antibiotic']],
  ['ciprofloxacin', ['fluoroquinolone'], ['cipro']],
  ['levofloxacin', ['fluoroquinolone'], ['levaquin']],
  ['azithromycin', ['macrolide'], ['zithromax']],
  ['lisinopril', ['ace-inhibitor'], ['zestril', 'prinivil']],
  ['enalapril', ['ace-inhibitor']],
  ['losartan', ['angiotensin-blocker'], ['cozaar']],
  ['amlodipine', ['calcium-blocker'], ['norvasc']],
  ['hydrochlorothiazide', ['thiazide'], ['hctz']],
  ['atorvastatin', ['statin'], ['lipitor']],
  ['rosuvastatin', ['statin'], ['crestor']],
  ['simvastatin', ['statin'], ['zocor']],
  ['alendronate', ['bisphosphonate'], ['fosamax']],
  ['levothyroxine', ['thyroid-hormone'], ['synthroid']],
  ['omeprazole', ['acid-blocker'], ['prilosec']],
  ['pantoprazole', ['acid-blocker'], ['protonix']],
  ['levodopa', ['dopaminergic'], ['carbidopa-levodopa', 'sinemet']],
];

export const DRUGS: readonly Drug[] = ROWS.map(([key, classes, synonyms = []]) => ({
  key,
  classes,
  synonyms,
}));

/** Products of more than one ingredient. */
export const COMBINATIONS: Readonly<Record<string, readonly string[]>> = {
  percocet: ['oxycodone', 'acetaminophen'],
  vicodin: ['hydrocodone', 'acetaminophen'],
  norco: ['hydrocodone', 'acetaminophen'],
  bactrim: ['sulfamethoxazole'],
  'co-trimoxazole': ['sulfamethoxazole'],
  augmentin: ['amoxicillin'],
  excedrin: ['aspirin', 'acetaminophen'],
};
