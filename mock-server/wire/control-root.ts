/** Where the control plane is. No path of Paddle's begins like this. */
export const controlRoot = '/_paddock';
