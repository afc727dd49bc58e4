(function () {
  function load(participants$, conferenceDetails$) {
    throw { get message() { throw new Error('no'); } };
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '06-throws-oddly', load: load, unload: unload, act: act });
})();
