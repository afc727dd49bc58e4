(function () {
  var guide = (window.guide = window.guide || {});

  function load(participants$, conferenceDetails$) { guide.recordingIsLoaded = true; }
  function recordConference(participants) { guide.recordConferenceWasGiven = participants; }
  function unload() { guide.recordingIsLoaded = false; }

  PEX.pluginAPI.registerPlugin({ id: 'recording-plugin-1.0', load: load, unload: unload, recordConference: recordConference });
})();
