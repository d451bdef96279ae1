import { Bar, BarChart, CartesianGrid, XAxis, YAxis } from 'recharts';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import styles from '#renderer/design/week-chart.module.css';

export type Series = {
  readonly label: string;
  readonly look: 'solid' | 'striped' | 'outline';
  /** One figure for each name along the chart. */
  readonly values: readonly number[];
};

type WeekChartProps = {
  readonly label: string;
  readonly names: readonly string[];
  /** What a name is, over the first column of the table. */
  readonly nameLabel: string;
  readonly series: readonly Series[];
  readonly tableLabel: string;
};

const WIDTH = 640;
const HEIGHT = 168;
const fills = { solid: 'var(--accent-solid)', striped: 'url(#life-os-stripes)', outline: 'var(--ground)' } as const;

/** Bars on top of each other, told apart by pattern and not by hue alone; the same numbers stand in a table. */
export function WeekChart({ label, names, nameLabel, series, tableLabel }: WeekChartProps) {
  const data = names.map((name, at) => ({
    name,
    ...Object.fromEntries(series.map((each) => [each.label, each.values[at] ?? 0])),
  }));
  return (
    <figure className={styles.figure} aria-label={label}>
      <div className={styles.chart} aria-hidden>
        <BarChart
          width={WIDTH}
          height={HEIGHT}
          responsive
          style={{ width: '100%', maxWidth: WIDTH, height: HEIGHT }}
          data={data}
          accessibilityLayer={false}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          barCategoryGap="28%"
        >
          <defs>
            <pattern
              id="life-os-stripes"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" fill="var(--ground)" />
              <rect width="3" height="6" fill="var(--accent-solid)" />
            </pattern>
          </defs>
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          <XAxis dataKey="name" tickLine={false} axisLine={false} tick={{ fill: 'var(--ink-quiet)', fontSize: 12 }} />
          <YAxis
            width={36}
            allowDecimals={false}
            interval={0}
            tickLine={false}
            axisLine={false}
            tick={{ fill: 'var(--ink-quiet)', fontSize: 12 }}
          />
          {series.map(({ label: key, look }) => (
            <Bar
              key={key}
              dataKey={key}
              stackId="all"
              fill={fills[look]}
              stroke="var(--accent-solid)"
              strokeWidth={1}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </div>
      {series.length > 1 ? (
        <ul className={styles.legend} aria-hidden>
          {series.map(({ label: key, look }) => (
            <li key={key}>
              <span className={`${styles.key} ${styles[look]}`} />
              {key}
            </li>
          ))}
        </ul>
      ) : null}
      <Disclosure label={tableLabel}>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{nameLabel}</th>
                {series.map(({ label: key }) => (
                  <th key={key} scope="col" className={styles.number}>
                    {key}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {names.map((name, at) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {series.map(({ label: key, values }) => (
                    <td key={key} className={styles.number}>
                      {values[at] ?? 0}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Disclosure>
    </figure>
  );
}
