(function () {
  function load(participants$, conferenceDetails$) {
    var tmp = document.createElement('div');
    tmp.innerHTML = '<button class="leak" onclick="for (;;);">x</button>';
    var button = tmp.firstElementChild;
    document.body.append(button);
    // Whoever presses it is nobody that the host enters.
    var channel = new MessageChannel();
    channel.port1.onmessage = function () { button.click(); };
    channel.port2.postMessage('press');
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '56-hangs-in-inline-handler', load: load, unload: unload, act: act });
})();
