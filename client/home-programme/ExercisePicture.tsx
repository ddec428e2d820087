import { pictureSvg } from '#shared/home-programme/figure/pictures.ts';
import classes from './HomeProgramme.module.css';

interface ExercisePictureProps {
  code: string | null;
  /** What it shows; empty where the name stands right beside it. */
  label: string;
  small?: boolean;
}

/** The picture of an exercise, on paper white so that it reads in any colour scheme. */
export function ExercisePicture({ code, label, small = false }: ExercisePictureProps) {
  const svg = pictureSvg(code, label);
  if (svg === undefined) {
    return (
      <div className={classes.picture} data-small={small}>
        <span className={classes.noPicture}>no picture</span>
      </div>
    );
  }
  return (
    <div className={classes.picture} data-small={small}>
      <img alt={label} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
    </div>
  );
}
