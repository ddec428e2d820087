import { Line, type DotItemDotProps } from 'recharts';

interface DotProps {
  cx?: number | undefined;
  cy?: number | null | undefined;
}

/** The scores as a line with a larger last dot, and those entered in error as marks that no line reaches. */
export function scoreLines(measure: string, lastDay: number | undefined) {
  return [
    <Line
      key="value"
      dataKey="value"
      name={measure}
      stroke="var(--chart-line)"
      strokeWidth={2}
      connectNulls
      isAnimationActive={false}
      dot={(dot: DotItemDotProps) => (
        <ScoreDot key={dot.key} cx={dot.cx} cy={dot.cy} last={dot.payload.day === lastDay} />
      )}
    />,
    <Line
      key="wrong"
      dataKey="wrong"
      name="Entered in error"
      stroke="none"
      isAnimationActive={false}
      dot={(dot: DotItemDotProps) => <WrongDot key={dot.key} cx={dot.cx} cy={dot.cy} />}
      activeDot={false}
    />,
  ];
}

function ScoreDot({ cx, cy, last }: DotProps & { last: boolean }) {
  if (cx === undefined || cy == null || Number.isNaN(cy)) return null;
  return (
    <circle
      cx={cx}
      cy={cy}
      r={last ? 4.5 : 2.8}
      fill="var(--chart-line)"
      stroke="var(--mantine-color-body)"
      strokeWidth={1}
    />
  );
}

function WrongDot({ cx, cy }: DotProps) {
  if (cx === undefined || cy == null || Number.isNaN(cy)) return null;
  const cross = `M${cx - 3.5} ${cy - 3.5}l7 7m0-7l-7 7`;
  return <path d={cross} stroke="var(--mantine-color-dimmed)" strokeWidth={1.4} fill="none" />;
}
