(function () {
  function load(participants$, conferenceDetails$) {
    Object.prototype.surprise = function () {};
    Array.prototype.surprise = function () {};
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '42-adds-to-prototypes', load: load, unload: unload, act: act });
})();
