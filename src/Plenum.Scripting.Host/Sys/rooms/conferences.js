({ ask, room, record, Text }) => {
  const nothing = { lock: 'lock', unlock: 'unlock', muteGuests: 'muteguests', unmuteGuests: 'unmuteguests', lowerAllHands: 'clearallbuzz', clearSpotlights: 'clearspotlights', disconnect: 'disconnect' };
  const only = { start: 'start_conference', leaveBreakout: 'leavebreakout', emptyBreakouts: 'breakouts/empty', closeBreakouts: 'breakouts/disconnect', askForHost: 'breakoutbuzz', cancelAskForHost: 'clearbreakoutbuzz' };
  const settings = { setGuestsCanUnmute: 'set_guests_can_unmute', setGuestsCanPresent: 'set_guests_can_present', setGuestsCanSeeGuests: 'set_guests_can_see_guests', setChatEnabled: 'set_chat_enabled' };
  const alone = {
    disconnect: 'disconnect', mute: 'mute', unmute: 'unmute', clientMute: 'client_mute', clientUnmute: 'client_unmute', muteVideo: 'video_muted', unmuteVideo: 'video_unmuted',
    allowPresentation: 'allowrxpresentation', denyPresentation: 'denyrxpresentation', spotlight: 'spotlighton', removeSpotlight: 'spotlightoff', admit: 'unlock', raiseHand: 'buzz',
    lowerHand: 'clearbuzz', takeFloor: 'take_floor', releaseFloor: 'release_floor', showLiveCaptions: 'show_live_captions', hideLiveCaptions: 'hide_live_captions', hold: 'hold',
    resume: 'resume', muteTransmission: 'tx_mute', unmuteTransmission: 'tx_unmute', notAway: 'notify_not_afk',
  };

  const each = (verbs, done) => Object.fromEntries(Object.entries(verbs).map(([name, verb]) => [name, done(verb)]));
  const chat = (text, type) => ({ payload: Text(text), type: type ?? 'text/plain' });

  function participant(at, told) {
    const id = typeof told === 'string' ? told : told.uuid ?? told.id;
    const to = (verb, body) => { ask('conferences.do', { ...at, participant: id }, verb, body ?? {}); };
    const now = () => typeof told === 'string' ? ask('conferences.participant', at, id) : told;
    return room('participant', {
      id: () => id,
      label: () => now()?.display_name ?? null,
      field: (path) => record(now() ?? {}).field(path),
      toJson: () => now(),
      ...each(alone, (verb) => () => to(verb)),
      message: (text, type) => to('message', chat(text, type)),
      setRole: (role) => to('role', { role }),
      setOverlayText: (text) => to('overlaytext', { text }),
      showPresentationInMix: (state) => to('pres_in_mix', { state }),
      sendDtmf: (digits) => to('dtmf', { digits: Text(digits) }),
      moveCamera: (body) => to('fecc', body),
      preferAspectRatio: (aspect_ratio) => to('preferred_aspect_ratio', { aspect_ratio }),
      studioSound: (setting) => to('studiosound', { setting }),
      setLayoutGroup: (layout_group) => to('layout_group', { layout_group }),
      sendToAudioMixes: (mixes) => to('send_to_audio_mixes', { mixes }),
      receiveFromAudioMix: (mix_name) => to('receive_from_audio_mix', { mix_name }),
      transfer: (alias, options) => { ask('conferences.transfer', { ...at, participant: id }, { ...options, conference_alias: Text(alias) }); },
      do: (verb, body) => to(verb, body),
    });
  }

  function place(at, own) {
    const to = (verb, body) => { ask('conferences.do', at, verb, body ?? {}); };
    return {
      ...each(nothing, (verb) => () => to(verb)),
      ...each(settings, (verb) => (setting) => to(verb, { setting })),
      message: (text, type) => to('message', chat(text, type)),
      transformLayout: (transforms) => to('transform_layout', { transforms }),
      overrideLayout: (layouts) => to('override_layout', { layouts }),
      setMessageText: (text) => to('set_message_text', { text: text ?? '' }),
      setClassificationLevel: (level) => to('set_classification_level', { level }),
      setPinningConfig: (pinning_config) => to('set_pinning_config', { pinning_config }),
      setClock: (clock) => to('set_clock', clock),
      createMix: (mix_name) => to('video_mixes/create', { mix_name }),
      configureMix: (mix, body) => ask('conferences.do', { ...at, mix }, 'video_mixes/{mix}/configure', body ?? {}),
      deleteMix: (mix) => ask('conferences.do', { ...at, mix }, 'video_mixes/{mix}/delete', {}),
      move: (participants, breakout) => to('participants/breakout', { participants, breakout_uuid: breakout ?? 'main' }),
      dial: (destination, options) => ask('conferences.dial', at, { ...options, destination: Text(destination) }),
      status: () => ask('conferences.status', at),
      participants: () => ask('conferences.participants', at).map((one) => participant(at, one)),
      participant: (id) => participant(at, Text(id)),
      read: (what) => ask('conferences.read', at, Text(what)),
      do: (verb, body) => to(verb, body),
      ...own,
    };
  }

  function conference(told) {
    const at = { alias: told.alias };
    const to = (verb, body) => { ask('conferences.do', at, verb, body ?? {}); };
    const about = record(told);
    return room('conference', place(at, {
      id: about.id, label: about.label, field: about.field, toJson: about.toJson,
      alias: () => told.alias,
      ...each(only, (verb) => () => to(verb)),
      detectSilentVideo: (config) => to('silent_video_detection', { config }),
      messageBreakouts: (text, type) => to('breakouts/message', chat(text, type)),
      openBreakout: (plan) => ask('conferences.openBreakout', at, plan ?? {}),
      breakouts: () => ask('conferences.breakouts', at),
      breakout: (id) => room('breakout', place({ ...at, room: Text(id) }, { id: () => Text(id) })),
    }));
  }

  return {
    list: (text) => ask('conferences.list', text ?? null).map(conference),
    find: (alias) => { const told = ask('conferences.find', Text(alias), false); return told && conference(told); },
    get: (alias) => conference(ask('conferences.find', Text(alias), true)),
  };
}
