(function () {
  function load(participants$, conferenceDetails$) {
    (async function () { await Promise.resolve(); throw new Error('after await'); })();
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '21-throws-after-await', load: load, unload: unload, act: act });
})();
