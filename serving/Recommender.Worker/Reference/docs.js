'use strict';

// Draws the reference from the OpenAPI document. Every word goes in as text, never as markup.
const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
};

let spec;
const resolve = schema => schema && schema.$ref ? spec.components.schemas[schema.$ref.split('/').pop()] : schema;

// All properties of a schema, with those of the schemas that it is made of.
const properties = schema => {
  schema = resolve(schema) || {};
  let found = schema.properties || {};
  for (const part of schema.allOf || []) found = { ...found, ...properties(part) };
  return found;
};
const required = schema => {
  schema = resolve(schema) || {};
  return [...(schema.required || []), ...(schema.allOf || []).flatMap(required)];
};

const kind = schema => {
  const plain = resolve(schema) || {};
  if (plain.enum) return plain.enum.join(' | ');
  if (plain.type === 'array') return `list of ${kind(plain.items)}`;
  const words = [Array.isArray(plain.type) ? plain.type.join(' or ') : plain.type || 'object'];
  if (plain.minimum !== undefined || plain.maximum !== undefined) words.push(`${plain.minimum ?? '…'}–${plain.maximum ?? '…'}`);
  if (plain.default !== undefined) words.push(`usually ${plain.default}`);
  return words.join(', ');
};

const fields = schema => {
  const plain = resolve(schema) || {};
  if (plain.oneOf) return element('div', {}, ...plain.oneOf.map((one, at) => element('div', {}, element('p', {}, at === 0 ? 'One answer:' : resolve(one).description || 'Or:'), fields(one))));
  const inner = plain.type === 'array' ? resolve(plain.items) : plain;
  const must = required(inner);
  const list = element('dl');
  for (const [name, field] of Object.entries(properties(inner))) {
    const head = element('dt', {}, element('code', {}, name), element('span', { class: 'kind' }, kind(field)));
    if (must.includes(name)) head.append(element('span', { class: 'must' }, 'always there'));
    const body = element('dd', {}, (resolve(field) || {}).description || '');
    if (Object.keys(properties(field)).length || Object.keys(properties((resolve(field) || {}).items)).length) body.append(fields(field));
    list.append(head, body);
  }
  return list;
};

const curl = (method, path, operation) => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => (operation.parameters.find(parameter => parameter.name === name) || {}).example || name);
  const lines = [`curl -H "Authorization: Bearer $TOKEN" ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${location.origin}${filled}`];
  const body = operation.requestBody && operation.requestBody.content['application/json'].example;
  if (body) lines.push(`  -H "Content-Type: application/json" -d '${JSON.stringify(body)}'`);
  return lines.join(' \\\n');
};

const article = (path, method, operation) => {
  const made = element('article', { id: operation.operationId },
    element('h2', {}, operation.summary),
    element('code', { class: 'path' }, element('span', { class: `method ${method.toUpperCase()}` }, method.toUpperCase()), path),
    element('p', {}, operation.description));
  if (operation.parameters.length) {
    const list = element('dl');
    for (const parameter of operation.parameters) {
      list.append(element('dt', {}, element('code', {}, parameter.name), element('span', { class: 'kind' }, `${kind(parameter.schema)}, in the ${parameter.in}`)),
        element('dd', {}, parameter.schema.description || ''));
    }
    made.append(element('h3', {}, 'Parameters'), list);
  }
  const body = operation.requestBody && operation.requestBody.content['application/json'];
  if (body) made.append(element('h3', {}, 'Body'), fields(body.schema));
  made.append(element('h3', {}, 'Try it'), element('pre', { tabindex: '0' }, curl(method, path, operation)));
  made.append(element('h3', {}, 'Answer'), fields(operation.responses['200'].content['application/json'].schema));
  const refusals = element('dl');
  for (const [status, response] of Object.entries(operation.responses)) {
    if (status !== '200') refusals.append(element('dt', {}, element('code', {}, status)), element('dd', {}, response.description));
  }
  made.append(element('h3', {}, 'Refusals'), refusals);
  return made;
};

const draw = () => {
  document.getElementById('about').textContent = spec.info.description;
  const [contents, endpoints] = [document.getElementById('contents'), document.getElementById('endpoints')];
  for (const tag of spec.tags) {
    contents.append(element('li', { class: 'group' }, tag.name));
    for (const [path, methods] of Object.entries(spec.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        if (!operation.tags.includes(tag.name)) continue;
        contents.append(element('li', {}, element('a', { href: `#${operation.operationId}` }, operation.summary)));
        endpoints.append(article(path, method, operation));
      }
    }
  }
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
};

fetch('/openapi/v1.json').then(response => response.json()).then(document_ => { spec = document_; draw(); })
  .catch(() => { document.getElementById('about').textContent = 'The reference could not be loaded. Load the page again.'; });
