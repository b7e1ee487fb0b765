/** The article without any library: what all others are compared with. */
export default [{ id: 'empty', name: 'no library', page: ({ article }) => article() }];
