/** The article without any library: what all others are compared with. */
export default [
  {
    id: 'empty',
    name: 'no library',
    page: ({ article }) => article(),
    // Where a click is timed that nobody listens to.
    accept: ['h1'],
  },
];
