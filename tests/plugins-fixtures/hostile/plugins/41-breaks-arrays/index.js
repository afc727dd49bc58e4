(function () {
  function load(participants$, conferenceDetails$) {
    Array.prototype.map = function () { return []; };
    JSON.parse = function () { return 7; };
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '41-breaks-arrays', load: load, unload: unload, act: act });
})();
