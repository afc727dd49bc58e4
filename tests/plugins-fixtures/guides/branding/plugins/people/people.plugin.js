(function () {
  var guide = (window.guide = window.guide || {});

  function load() {}
  function unload() {}

  PEX.pluginAPI.registerPlugin({
    id: 'people', load: load, unload: unload,
    note: function () { guide.participantWasGiven = Array.prototype.slice.call(arguments); },
    mute: function (participant) {
      var muteparticipant = "/participants/" + participant.uuid + "/mute";
      PEX.pluginAPI.sendRequest(muteparticipant);
    },
    tones: function (participant) { PEX.pluginAPI.sendRequest('/participants/' + participant.uuid + '/dtmf', { digits: "1234" }); },
    on: function (participant) { PEX.pluginAPI.spotlightOnParticipant(participant.uuid); },
    off: function (participant) { PEX.pluginAPI.spotlightOffParticipant(participant.uuid); },
    disconnect: function (participant) { PEX.pluginAPI.disconnectParticipant(participant.uuid); }
  });
})();
