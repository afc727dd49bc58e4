(function () {
  var guide = (window.guide = window.guide || {});
  var api = window.PEX.pluginAPI;

  function load() {}
  function unload() {}

  PEX.pluginAPI.registerPlugin({
    id: 'commands', load: load, unload: unload,
    note: function () { guide.conferenceWasGiven = Array.prototype.slice.call(arguments); },
    lock: function () { PEX.pluginAPI.sendRequest('/lock'); },
    unlock: function () { PEX.pluginAPI.sendRequest('/unlock'); },
    muteGuests: function () { PEX.pluginAPI.sendRequest('/muteguest'); },
    muteGuestsAsInConnect: function () { PEX.pluginAPI.sendRequest('/mutequest'); },
    announce: function () { PEX.pluginAPI.sendRequest('/set_message_text', { text: 'Please sit down' }); },
    chat: function () { PEX.pluginAPI.sendChatMessage('Here is some chat'); },
    call: function () { api.dialOut('demo:ada', 'h323', 'guest', function (value) { guide.called = value.result; }); },
    callHost: function () { api.dialOut('demo:bea', 'sip', 'host', function (value) { guide.called = value.result; }); },
    callNobody: function () { api.dialOut('sip:nobody@nowhere.invalid', 'auto', 'guest', function (value) { guide.called = value.result; }); },
    hangUp: function () { api.disconnectParticipant(guide.called[0]); },
    oldLayout: function () { api.changeConferenceLayout({ layout: '2:21' }); },
    bothLayouts: function () { api.transformConferenceLayout({ host_layout: '1:21', guest_layout: '1:0' }); },
    overlayOn: function () { api.transformConferenceLayout({ enable_overlay_text: true, enable_active_speaker_indication: true }); },
    overlayOff: function () { api.transformConferenceLayout({ enable_overlay_text: false, enable_active_speaker_indication: false }); },
    streams: function () { api.transformConferenceLayout({ streaming: { layout: '1:7', waiting_screen_enabled: true } }); },
    elsewhere: function () {
      fetch('https://service.example/trigger').then(function (answer) { return answer.text(); }).then(function (text) { guide.service = text; });
    },
    friend: function () {
      fetch('/api/client/v2/conferences/' + window.PEX.conferenceQueryParams.friendOf + '/request_token', {
        method: 'POST', headers: { 'Content-Type': 'application/json', pin: 'none' }, body: JSON.stringify({ display_name: 'A friend of the plugin' })
      });
    },
    fail: function () { throw new Error('the lamp fell down'); }
  });
})();
