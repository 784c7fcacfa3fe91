import { describe, expect, it } from 'vitest';
import { createPlayer, type Player } from '../../../client/state/player.svelte.ts';
import { openRecording } from '../../../shared/recording/recording.ts';
import { fileOf, playLesson } from '../../helpers/class-recording.ts';
import { frames, type Frames } from '../../helpers/frames.ts';

const recording = openRecording(fileOf(playLesson()));

function play(start = 1): { readonly player: Player; readonly screen: Frames } {
  const screen = frames();
  return { player: createPlayer(recording, start, { nextFrame: screen.nextFrame }), screen };
}

describe('playing a recording', () => {
  it('stands still until somebody presses play', () => {
    const { player, screen } = play(20);
    screen.pass(5_000);
    expect(player.version).toBe(20);
    expect(player.isPlaying).toBe(false);
  });

  it('plays events by the times they were recorded with: one every 0.7 s in this class', () => {
    const { player, screen } = play();
    player.toggle();
    screen.pass(7_000);
    expect(player.version).toBe(11);
    expect(player.isPlaying).toBe(true);
  });

  it('plays as many times faster, or slower, as it is told', () => {
    const { player, screen } = play();
    player.setSpeed(20);
    player.toggle();
    screen.pass(700);
    expect(player.version).toBe(21);
    player.setSpeed(0.25);
    screen.pass(2_800);
    expect(player.version).toBe(22);
  });

  it('goes on from where it is taken, and waits anew there', () => {
    const { player, screen } = play();
    player.toggle();
    screen.pass(600);
    player.seek(50);
    screen.pass(600);
    expect(player.version).toBe(50);
    screen.pass(100);
    expect(player.version).toBe(51);
  });

  it('stops at the end, and begins again when play is pressed there', () => {
    const { player, screen } = play(recording.header.events - 1);
    player.toggle();
    screen.pass(2_000);
    expect(player.version).toBe(player.last);
    expect(player.isPlaying).toBe(false);
    player.toggle();
    expect(player.version).toBe(1);
    expect(player.isPlaying).toBe(true);
  });

  it('keeps within the recording, whatever a link says', () => {
    expect(play(10_000_000).player.version).toBe(recording.header.events);
    const { player } = play();
    player.seek(-3);
    expect(player.version).toBe(1);
  });

  it('shows how things stand when one leafs, and how they came to when one plays slowly enough to see', () => {
    const { player, screen } = play();
    expect(player.isStill).toBe(true);
    player.toggle();
    screen.pass(1_500);
    expect(player.isStill).toBe(false);
    player.setSpeed(10);
    expect(player.isStill).toBe(true);
    player.setSpeed(1);
    player.seek(30);
    expect(player.isStill).toBe(true);
  });

  it('shows the very state the class was in', () => {
    const { player } = play(40);
    expect(player.state.parameters).toEqual(recording.stateAt(40).parameters);
  });

  it('asks for no more frames once it is closed', () => {
    const { player, screen } = play();
    player.toggle();
    player.close();
    screen.pass(5_000);
    expect(player.version).toBe(1);
    expect(screen.waiting()).toBe(0);
  });
});
