(function () {
  function load(participants$, conferenceDetails$) {
    PEX.pexrtc.onParticipantCreate = PEX.pexrtc.onParticipantUpdate = function () { throw new Error('in call handler'); };
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '55-throws-in-call-handler', load: load, unload: unload, act: act });
})();
