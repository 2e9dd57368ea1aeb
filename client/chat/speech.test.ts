import { expect, it } from 'vitest';
import { findRecognition, listen } from './speech.ts';

/** A microphone that hears what the test says. */
class FakeRecognition extends EventTarget {
  static latest: FakeRecognition;
  lang = '';
  interimResults = false;
  started = 0;
  constructor() {
    super();
    FakeRecognition.latest = this;
  }
  start() {
    this.started++;
  }
  stop() {
    this.dispatchEvent(new Event('end'));
  }
  abort() {}
  hear(...words: string[]) {
    const results = words.map((transcript) => [{ transcript }]);
    this.dispatchEvent(Object.assign(new Event('result'), { results }));
  }
  fail(error: string) {
    this.dispatchEvent(Object.assign(new Event('error'), { error }));
  }
}

function start() {
  const heard: string[] = [];
  const on = {
    onText: (text: string) => heard.push(text),
    onEnd: () => heard.push('end'),
    onFault: () => heard.push('fault'),
  };
  const listening = listen(FakeRecognition, 'de-AT', on);
  return { heard, listening, microphone: FakeRecognition.latest };
}

it('hands over what was heard so far, in the language of the page', () => {
  const { heard, listening, microphone } = start();
  microphone.hear('a red');
  microphone.hear('a red ', 'lamp');
  listening.stop();
  expect(microphone).toMatchObject({ lang: 'de-AT', interimResults: true, started: 1 });
  expect(heard).toEqual(['a red', 'a red lamp', 'end']);
});

it('calls silence no fault, a forbidden microphone one', () => {
  const { heard, microphone } = start();
  microphone.fail('no-speech');
  microphone.fail('not-allowed');
  expect(heard).toEqual(['fault']);
});

it('is not there where the browser has none', () => {
  expect(findRecognition({})).toBeUndefined();
  expect(findRecognition({ webkitSpeechRecognition: FakeRecognition })).toBe(FakeRecognition);
});
