(function () {
  var guide = (window.guide = window.guide || {});
  var keptInside = true;

  function load(participants$, conferenceDetails$) {
    guide.loadWasGiven = arguments.length;
    guide.conferences = [];
    participants$.subscribe(function (people) { guide.people = people; });
    conferenceDetails$.subscribe(function (conference) { guide.conference = conference; guide.conferences.push(conference); });
  }

  function press(participants, conference) {
    note(arguments);
  }

  function note(given) {
    guide.toolbarWasGiven = Array.prototype.slice.call(given);
    guide.sloppy = keptInside && (function () { return this === window; })();
  }

  function unload() {}

  PEX.pluginAPI.registerPlugin({ id: 'toolbar', load: load, unload: unload, press: press });
})();
