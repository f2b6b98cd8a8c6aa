// What a platform's page does: hand out tokens from its own backend, and keep the place in its address.
const element = document.querySelector('[data-token]');

element.getToken = async () => {
  const answer = await fetch(element.dataset.token);
  if (!answer.ok) throw new Error(`The token endpoint answered ${answer.status}`);
  return answer.text();
};

element.addEventListener('gatehouse-tab', (event) => keep('tab', event.detail.key));
element.addEventListener('gatehouse-navigate', (event) => keep('path', event.detail.path));

function keep(name, value) {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  history.replaceState(null, '', address);
}
