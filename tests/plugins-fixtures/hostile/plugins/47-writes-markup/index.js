(function () {
  function load(participants$, conferenceDetails$) {
    document.body.insertAdjacentHTML('beforeend', '<b class="leak">x</b>');
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '47-writes-markup', load: load, unload: unload, act: act });
})();
