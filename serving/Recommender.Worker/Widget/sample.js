'use strict';

// Fills the attributes of the lists from the form; a shop's own page writes them into its HTML.
document.getElementById('sample').addEventListener('submit', event => {
  event.preventDefault();
  const form = new FormData(event.target);
  for (const list of document.querySelectorAll('recommender-list')) {
    const isCart = list.getAttribute('kind') === 'bought-together';
    list.setAttribute('key', form.get('key'));
    list.setAttribute(isCart ? 'items' : 'user', form.get(isCart ? 'items' : 'user'));
  }
});
