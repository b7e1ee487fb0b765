/** An element as it stands in the source, by what tells it from others. */
export function tagOf(element) {
    const attributes = ['id', 'data-consent', 'data-service', 'src', 'data-src']
        .filter((name) => element.hasAttribute(name))
        .map((name) => ` ${name}="${element.getAttribute(name) ?? ''}"`);
    return `<${element.localName}${attributes.join('')}>`;
}
