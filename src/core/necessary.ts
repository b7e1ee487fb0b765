/** The category that is explained, and never asked. Here by itself: whoever needs the name alone carries nothing else along. */
export const NECESSARY = 'necessary';
