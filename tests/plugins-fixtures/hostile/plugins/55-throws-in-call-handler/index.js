(function () {
  function load(participants$, conferenceDetails$) {
    var greeted = false;
    ['onParticipantCreate', 'onParticipantUpdate'].forEach(function (name) {
      var before = PEX.pexrtc[name];
      PEX.pexrtc[name] = function (one) {
        if (greeted) throw new Error('in call handler');
        if (before) before(one);
      };
    });
    setTimeout(function () { greeted = true; });
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '55-throws-in-call-handler', load: load, unload: unload, act: act });
})();
