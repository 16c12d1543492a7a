/** Root of the control plane. No path of Paddle's begins like this. */
export const controlRoot = '/_paddock';
