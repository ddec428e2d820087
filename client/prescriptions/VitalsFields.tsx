import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DraftVitals } from '#shared/prescriptions/model.ts';
import { proposeVitals, usualVitals } from '#shared/prescriptions/proposals.ts';
import { vitalsWords } from '#shared/prescriptions/words.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import type { DraftAccess } from './draft-access.ts';
import { TextButton } from '#client/ui/TextButton.tsx';
import classes from './Editor.module.css';

/** Vital signs that are taken before each session; outside the limits it does not start. */
export function VitalsFields({ access }: { access: DraftAccess }) {
  const { content, change, page } = access;
  const { conditions, clinicValues } = page.header;
  const asked = proposeVitals(conditions, clinicValues);
  const usual: DraftVitals = usualVitals(clinicValues);
  const unasked = vitalsWords({
    bloodPressure: content.vitals.bloodPressure === null ? asked.bloodPressure : null,
    heartRate: null,
    spo2: content.vitals.spo2 === null ? asked.spo2 : null,
    glucose: content.vitals.glucose === null ? asked.glucose : null,
  });
  const { bloodPressure, heartRate, spo2, glucose } = content.vitals;
  const order = (part: Partial<DraftVitals>) => change({ vitals: { ...content.vitals, ...part } });
  const number = (
    label: string,
    value: number | null,
    onChange: (value: number | null) => void,
    unit?: string,
  ) => (
    <NumberField
      label={label}
      hideLabel
      size="xs"
      width={unit === undefined ? 56 : 92}
      unit={unit}
      value={value}
      onChange={onChange}
    />
  );
  return (
    <div className={classes.fields} data-path="vitals">
      <Vital
        label="Blood pressure"
        isOrdered={bloodPressure !== null}
        onOrder={(ordered) => order({ bloodPressure: ordered ? usual.bloodPressure : null })}
      >
        {bloodPressure === null ? null : (
          <>
            up to
            {number('Highest systolic (mmHg)', bloodPressure.maxSystolic, (maxSystolic) =>
              order({ bloodPressure: { ...bloodPressure, maxSystolic } }),
            )}
            /
            {number(
              'Highest diastolic',
              bloodPressure.maxDiastolic,
              (maxDiastolic) => order({ bloodPressure: { ...bloodPressure, maxDiastolic } }),
              'mmHg',
            )}
          </>
        )}
      </Vital>
      <Vital
        label="Heart rate"
        isOrdered={heartRate !== null}
        onOrder={(ordered) => order({ heartRate: ordered ? usual.heartRate : null })}
      >
        {heartRate === null ? null : (
          <>
            {number('Lowest heart rate (bpm)', heartRate.min, (min) =>
              order({ heartRate: { ...heartRate, min } }),
            )}
            to
            {number(
              'Highest heart rate',
              heartRate.max,
              (max) => order({ heartRate: { ...heartRate, max } }),
              'bpm',
            )}
          </>
        )}
      </Vital>
      <Vital
        label="SpO2"
        isOrdered={spo2 !== null}
        onOrder={(ordered) => order({ spo2: ordered ? usual.spo2 : null })}
      >
        {spo2 === null ? null : (
          <>from {number('Lowest SpO2', spo2.min, (min) => order({ spo2: { min } }), '%')}</>
        )}
      </Vital>
      <Vital
        label="Glucose"
        isOrdered={glucose !== null}
        onOrder={(ordered) => order({ glucose: ordered ? usual.glucose : null })}
      >
        {glucose === null ? null : (
          <>
            {number('Lowest glucose (mg/dL)', glucose.min, (min) => order({ glucose: { ...glucose, min } }))}
            to
            {number(
              'Highest glucose',
              glucose.max,
              (max) => order({ glucose: { ...glucose, max } }),
              'mg/dL',
            )}
          </>
        )}
      </Vital>
      {unasked === null ? null : (
        <TextButton
          onClick={() =>
            order({
              bloodPressure: bloodPressure ?? asked.bloodPressure,
              spo2: spo2 ?? asked.spo2,
              glucose: glucose ?? asked.glucose,
            })
          }
        >
          Order what the comorbidities ask for: {unasked}
        </TextButton>
      )}
    </div>
  );
}

interface VitalProps {
  label: string;
  isOrdered: boolean;
  onOrder: (ordered: boolean) => void;
  children: ReactNode;
}

function Vital({ label, isOrdered, onOrder, children }: VitalProps) {
  return (
    <span className={classes.vital}>
      <Checkbox
        label={label}
        checked={isOrdered}
        onChange={(event) => onOrder(event.currentTarget.checked)}
      />
      {children}
    </span>
  );
}
