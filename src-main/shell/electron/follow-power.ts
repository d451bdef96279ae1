import type { PowerMonitor } from 'electron';

/**
 * Timers stand still while a computer sleeps: what came due meanwhile is looked for as soon as it wakes. And a computer
 * that is being shut down waits until what is out has ended.
 */
export function followPower(power: Pick<PowerMonitor, 'on'>, wake: () => void, quit: () => void): void {
  power.on('resume', wake);
  power.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault();
    quit();
  });
}
