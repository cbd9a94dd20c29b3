// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gather } from './live';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a quiet screen reads again soon, a busy one at most once in 800 ms', () => {
  const flush = vi.fn();
  const lists = gather(flush);
  lists.wake();
  lists.wake();
  vi.advanceTimersByTime(99);
  expect(flush).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(flush).toHaveBeenCalledTimes(1);

  for (let i = 0; i < 16; i++) {
    lists.wake();
    vi.advanceTimersByTime(100);
  }
  expect(flush).toHaveBeenCalledTimes(3);

  vi.advanceTimersByTime(5000);
  const quiet = flush.mock.calls.length;
  lists.wake();
  vi.advanceTimersByTime(100);
  expect(flush).toHaveBeenCalledTimes(quiet + 1);
});

test('who may see less than before does not wait for a busy screen, and many such at once do not make it busy', () => {
  const flush = vi.fn();
  const lists = gather(flush);
  lists.wake();
  vi.advanceTimersByTime(100);
  lists.wake();
  vi.advanceTimersByTime(60);
  expect(flush).toHaveBeenCalledTimes(1);
  lists.wake(true);
  vi.advanceTimersByTime(189);
  expect(flush).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(flush).toHaveBeenCalledTimes(2);
  // the wait it overtook is not made up for
  vi.advanceTimersByTime(5000);
  expect(flush).toHaveBeenCalledTimes(2);

  for (let i = 0; i < 20; i++) {
    lists.wake(true);
    vi.advanceTimersByTime(50);
  }
  expect(flush.mock.calls.length).toBeLessThanOrEqual(6);
});

test('nothing is read any more once it is stopped', () => {
  const flush = vi.fn();
  const lists = gather(flush);
  lists.wake();
  lists.stop();
  vi.advanceTimersByTime(5000);
  expect(flush).not.toHaveBeenCalled();
});
