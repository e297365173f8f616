// Recommender storefront widget. Shows "frequently bought together" and "recommended for you" where a page asks for them:
//
//   <script src="https://recommender.example/widget/recommender.js" data-key="rk_pub_..." defer></script>
//   <recommender-list kind="bought-together" items="SKU-1,SKU-2" link="/product/{id}"></recommender-list>
//   <div data-recommender="user-items" data-user="C17" data-n="6"></div>
//
// What shoppers read of an item (name, url, image, price) comes from the page:
//   <script type="application/json" data-recommender-items>{"SKU-3": {"name": "Soap", "url": "/soap", "price": "3.50"}}</script>
// Everything is set as text. Where the worker does not answer, the list stays hidden and the page is as it was without it.
(() => {
  'use strict';

  const script = document.currentScript;
  const origin = new URL(script.src, location.href).origin;
  const patience = 3000;
  const kinds = {
    'bought-together': { path: 'frequently-bought-together', en: 'Frequently bought together', es: 'Comprados juntos habitualmente', pt: 'Frequentemente comprados juntos' },
    'user-items': { path: 'user-items', en: 'Recommended for you', es: 'Recomendado para ti', pt: 'Recomendado para você' },
    'similar-items': { path: 'similar-items', en: 'Similar products', es: 'Productos parecidos', pt: 'Produtos parecidos' },
  };
  let headings = 0;

  const language = () => (document.documentElement.lang || navigator.language || 'en').slice(0, 2);
  const setting = (place, name) => place.getAttribute(name) ?? place.getAttribute(`data-${name}`);
  const ids = text => (text || '').split(',').map(id => id.trim()).filter(id => id.length > 0);

  const known = () => {
    const items = {};
    for (const list of document.querySelectorAll('script[type="application/json"][data-recommender-items]')) {
      try {
        Object.assign(items, JSON.parse(list.textContent));
      } catch {
        // What cannot be read names nothing: ids stand in its place.
      }
    }
    return items;
  };

  // Only addresses of the web: nothing that would run.
  const address = text => {
    try {
      const url = new URL(text, location.href);
      return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
    } catch {
      return null;
    }
  };

  const question = (place, kind) => {
    const asked = { n: Number(setting(place, 'n')) || 4, explain: setting(place, 'explain') !== null };
    const items = ids(setting(place, 'items'));
    const user = setting(place, 'user');
    if (user) asked.user_id = user;
    if (setting(place, 'filter')) asked.filter = setting(place, 'filter');
    if (kind === 'similar-items') asked.item_id = items[0];
    else if (items.length > 0) asked.items = items;
    return kind === 'user-items' ? (user || items.length > 0 ? asked : null) : items.length > 0 ? asked : null;
  };

  const ask = async (place, kind) => {
    const asked = question(place, kind);
    const key = setting(place, 'key') || script.dataset.key;
    if (asked === null || !key) return null;

    const answer = await fetch(`${origin}/api/v1/recommendations/${kinds[kind].path}`, {
      method: 'POST',
      headers: { 'Authorization': `Bearer ${key}`, 'Content-Type': 'application/json', 'Accept-Language': language() },
      body: JSON.stringify(asked),
      credentials: 'omit',
      signal: AbortSignal.timeout(patience),
    });
    return answer.ok ? answer.json() : null;
  };

  const element = (name, type, text) => {
    const made = document.createElement(name);
    made.className = `recommender-${type}`;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const entry = (place, item, facts, answer) => {
    const line = element('li', 'item');
    const template = setting(place, 'link');
    const url = address(facts.url ?? (template ? template.replace('{id}', encodeURIComponent(item.item_id)) : ''));
    const link = facts.url || template ? url : null;
    const inside = element(link ? 'a' : 'span', 'link');
    if (link) inside.href = link;
    if (facts.image && address(facts.image)) {
      const image = element('img', 'image');
      image.src = address(facts.image);
      image.alt = '';
      image.loading = 'lazy';
      inside.append(image);
    }
    inside.append(element('span', 'name', facts.name || item.item_id));
    if (facts.price !== undefined) inside.append(element('span', 'price', String(facts.price)));
    line.append(inside);
    if (item.reason) line.append(element('span', 'reason', item.reason));
    inside.addEventListener('click', () => place.dispatchEvent(new CustomEvent('recommender:click', { bubbles: true, detail: { recommendation_id: answer.recommendation_id, item_id: item.item_id } })));
    return line;
  };

  const show = (place, kind, answer) => {
    const [items, texts] = [known(), kinds[kind]];
    const heading = element('h2', 'heading', setting(place, 'heading') || texts[language()] || texts.en);
    heading.id = `recommender-heading-${++headings}`;
    const section = element('section', 'section');
    section.setAttribute('aria-labelledby', heading.id);
    const list = element('ul', 'items');
    list.setAttribute('role', 'list');
    list.append(...answer.items.map(item => entry(place, item, Object.hasOwn(items, item.item_id) ? items[item.item_id] || {} : {}, answer)));
    section.append(heading, list);
    place.replaceChildren(section);
    place.hidden = false;
    place.dispatchEvent(new CustomEvent('recommender:shown', { bubbles: true, detail: { recommendation_id: answer.recommendation_id, items: answer.items.map(item => item.item_id) } }));
  };

  const fill = async place => {
    const kind = setting(place, 'kind') || place.dataset.recommender || 'bought-together';
    const turn = place.recommenderTurn = (place.recommenderTurn || 0) + 1;
    let answer = null;
    try {
      answer = Object.hasOwn(kinds, kind) ? await ask(place, kind) : null;
      if (turn !== place.recommenderTurn) return;   // it was asked anew meanwhile
      if (answer && answer.items.length > 0) {
        show(place, kind, answer);
        return;
      }
    } catch {
      // The shopper sees a page without the list, never a broken one.
    }
    if (turn === place.recommenderTurn) place.hidden = true;
  };

  class RecommenderList extends HTMLElement {
    static observedAttributes = ['kind', 'items', 'user', 'n', 'key', 'filter', 'heading', 'link'];

    connectedCallback() { this.plan(); }

    attributeChangedCallback() { if (this.isConnected) this.plan(); }

    // Several attributes that change together are one question.
    plan() {
      if (this.planned) return;
      this.planned = true;
      queueMicrotask(() => { this.planned = false; fill(this); });
    }
  }

  const start = () => {
    if (!customElements.get('recommender-list')) customElements.define('recommender-list', RecommenderList);
    document.querySelectorAll('[data-recommender]').forEach(fill);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
