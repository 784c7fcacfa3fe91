/** The recording of a class that has been played, as the server seals it: without names. */
export async function fetchRecording(url: string, key: string, session: string): Promise<Uint8Array> {
  const response = await fetch(`${url}/api/recordings/${session}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  if (!response.ok)
    throw new Error(`the recording was not handed out (${response.status}): ${await response.text()}`);
  return new Uint8Array(await response.arrayBuffer());
}
