// Opens links: service.openInNewTab and service.openInCurrentTab take a message with url.
(function () {
  // A link that is a script, or holds a password, is none.
  function addressIn(message) {
    var address = new URL(message.url, document.baseURI);
    if (!/^https?:$/.test(address.protocol)) throw new Error('Only https and http addresses are opened');
    if (address.username || address.password) throw new Error('Addresses with a name or a password in them are not opened');
    return address;
  }

  function answering(open) {
    return async function (message) {
      try {
        await open(addressIn(message), message);
      } catch (e) {
        service.callback(message, 'fail', { message: e.message });
      }
    };
  }

  service.openInNewTab = answering(function (address, message) {
    // Whoever is opened learns nothing of this page.
    var opened = window.open('about:blank', '_blank');
    if (opened) {
      opened.opener = null;
      opened.location.replace(address);
      service.callback(message, 'success', null);
      return;
    }
    // Browsers open windows for people, not for messages: so it is offered.
    var link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.textContent = message.label || address.host;
    link.style.cssText = 'position: fixed; inset: auto auto 16px 50%; translate: -50% 0; z-index: 1001; padding: 10px 18px; border-radius: 999px; background: var(--pl-accent, #0a6b5a); color: var(--pl-on-accent, #fff); font: 650 0.9375rem var(--pl-font, system-ui, sans-serif); text-decoration: none';
    link.addEventListener('click', function () {
      service.callback(message, 'success', null);
      setTimeout(function () { link.remove(); });
    });
    document.getElementById('applicationHost').append(link);
  });

  service.openInCurrentTab = answering(async function (address, message) {
    // Said before the page is gone.
    await service.callback(message, 'success', null);
    location.assign(address);
  });
})();
