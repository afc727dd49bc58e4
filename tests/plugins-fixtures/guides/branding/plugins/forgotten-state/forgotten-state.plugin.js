(function () {
  var guide = (window.guide = window.guide || {});
  var state$ = window.PEX.pluginAPI.createNewState({ label: 'Of a state that nobody knows' });

  function load() {}

  function press() {
    state$.next({ label: 'Of a state that nobody knows' });
    guide.forgottenPressed = true;
  }

  function unload() {}

  // Its state$ is left out here.
  PEX.pluginAPI.registerPlugin({ id: 'forgotten-state', load: load, unload: unload, press: press });
})();
