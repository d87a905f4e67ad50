/** Reports are counted up to here; the screen shows 99+. */
export const countedTo = 100
