/* A stand-in for the script of a social network: it turns quotes into posts, as such scripts do. */
for (const quote of document.querySelectorAll('.pulse-post')) {
  quote.textContent = `Post ${quote.dataset.id}: rest before you count.`;
  quote.style.cssText = 'display:block;min-height:14em;border:1px solid #ccc;padding:1em';
}
