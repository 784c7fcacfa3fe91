import { describe, expect, it } from 'vitest';
import { screen as english } from '../../../client/text/en/screen.ts';
import { screen as spanish } from '../../../client/text/es/screen.ts';
import {
  addressFrom,
  joinLink,
  sharedOrigin,
  spokenAddress,
} from '../../../client/screens/screen/join-address.ts';
import { fitTags, petOfSeat } from '../../../client/screens/screen/lobby-names.ts';
import { keepScreenKey, recallScreenKey } from '../../../client/screens/screen/screen-keys.ts';
import { readScreenPlace } from '../../../client/screens/screen/screen-place.ts';
import { memoryStorage } from '../../../client/state/storage.ts';

describe('the address on the projector', () => {
  it('is never one by which only this computer knows itself', () => {
    for (const hostname of [
      'localhost',
      'descenso.localhost',
      '127.0.0.1',
      '127.1.2.3',
      '[::1]',
      '0.0.0.0',
    ]) {
      expect(sharedOrigin({ hostname, origin: `http://${hostname}:3000` })).toBeNull();
    }
    const origin = 'http://192.168.1.20:3000';
    expect(sharedOrigin({ hostname: '192.168.1.20', origin })).toBe(origin);
  });

  it('is the server’s best, or the reason why there is none', () => {
    const addresses = [{ url: 'http://10.0.0.5:3000/', network: 'wlan0' }];
    expect(addressFrom({ addresses, reason: null })).toEqual({
      kind: 'found',
      origin: 'http://10.0.0.5:3000',
    });
    expect(addressFrom({ addresses: [], reason: 'no-network' })).toEqual({
      kind: 'none',
      reason: 'no-network',
    });
  });

  it('is shown without what browsers add, and scanned with the code', () => {
    expect(spokenAddress('http://10.0.0.5:3000')).toBe('10.0.0.5:3000');
    expect(spokenAddress('https://descenso.example.org')).toBe('https://descenso.example.org');
    expect(joinLink('http://10.0.0.5:3000', 'KM47RX')).toBe('http://10.0.0.5:3000/KM47RX');
  });
});

describe('the projector’s own address', () => {
  it('brings the code, the key in its fragment, and the address the teacher chose', () => {
    expect(readScreenPlace({ pathname: '/screen/km4-7rx', hash: '#abc_DEF-1' })).toEqual({
      code: 'KM47RX',
      token: 'abc_DEF-1',
      address: null,
    });
    const hash = '#token=abc&address=http%3A%2F%2F10.0.0.5%3A3000';
    expect(readScreenPlace({ pathname: '/screen/KM47RX', hash })).toEqual({
      code: 'KM47RX',
      token: 'abc',
      address: 'http://10.0.0.5:3000',
    });
  });

  it('takes no address that is not one, and misses a key that is not there', () => {
    const place = readScreenPlace({
      pathname: '/screen/KM47RX',
      hash: '#token=abc&address=javascript%3Aalert(1)',
    });
    expect(place.address).toBeNull();
    expect(readScreenPlace({ pathname: '/screen/KM47RX', hash: '' }).token).toBeNull();
  });

  it('survives a reload without showing the key to the class', () => {
    const storage = memoryStorage();
    keepScreenKey(storage, { code: 'KM47RX', token: 'abc', address: null });
    expect(recallScreenKey(storage, 'KM47RX')).toEqual({ token: 'abc', address: null });
    expect(recallScreenKey(storage, 'OTHER1')).toEqual({ token: null, address: null });
    storage.setItem('descenso-screen-BROKEN', '{"token":');
    expect(recallScreenKey(storage, 'BROKEN')).toEqual({ token: null, address: null });
  });
});

describe('name tags in the lobby', () => {
  const box = { width: 1000, height: 400 };
  const names = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => `Nutria ${index}`);

  it('are large for few and smaller for many', () => {
    const few = fitTags(names(5), box, 30, 15);
    const many = fitTags(names(60), box, 30, 15);
    expect(few).toEqual({ fontPx: 30, shown: 5 });
    expect(many.fontPx).toBeLessThan(30);
    expect(many.shown).toBe(60);
  });

  it('leave out whom there is no room for, and never more than they must', () => {
    const crowd = fitTags(names(1000), box, 30, 15);
    expect(crowd.fontPx).toBe(15);
    expect(crowd.shown).toBeGreaterThan(40);
    expect(crowd.shown).toBeLessThan(1000);
  });

  it('give the same seat the same pet', () => {
    expect(petOfSeat(7)).toEqual(petOfSeat(7));
    expect(petOfSeat(7)).not.toEqual(petOfSeat(8));
  });
});

describe('how the weights go round', () => {
  it('is one sentence for every size of class', () => {
    expect(spanish.ownership(17, 23)).toBe('17 pesos para 23: seis van a medias.');
    expect(spanish.ownership(17, 18)).toBe('17 pesos para 18: uno va a medias.');
    expect(spanish.ownership(17, 17)).toBe('17 pesos para 17: uno por persona.');
    expect(spanish.ownership(17, 16)).toBe('17 pesos para 16: una persona lleva dos, el resto uno.');
    expect(spanish.ownership(17, 40)).toBe('17 pesos para 40: cada peso se lleva entre dos o tres.');
    expect(english.ownership(17, 23)).toBe('17 weights for 23: six are shared by two.');
    expect(english.ownership(17, 34)).toBe('17 weights for 34: each is shared by two.');
  });

  it('promises no number to a class so small that the caretaker takes some', () => {
    expect(spanish.ownership(17, 3)).toBe('17 pesos para 3: cada persona lleva varios.');
    expect(spanish.ownership(17, 0)).toBe('17 pesos por repartir.');
  });
});
