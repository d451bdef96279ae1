/** So long what was forgotten can be brought back; then what was kept for that goes as well. */
export const WAY_BACK_DAYS = 7;
