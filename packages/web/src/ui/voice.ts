/** The part of the Web Speech API that dictation needs; TypeScript's DOM types do not have it. */
export interface Recognition {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: ((event: { resultIndex: number; results: ArrayLike<Heard> }) => void) | null
  onend: (() => void) | null
  onerror: ((event: { error: string }) => void) | null
  start(): void
  stop(): void
  abort(): void
}
type Heard = ArrayLike<{ transcript: string }> & { isFinal: boolean }
type RecognitionClass = new () => Recognition

export function voiceAvailable(): boolean {
  return recognitionClass() !== undefined
}

interface Listening {
  onText: (text: string) => void
  onEnd: () => void
  /** The device has the key but nothing behind it: no service, no microphone, not allowed. */
  onUnable: () => void
}

/** Listens in Mandarin and hands over each finished phrase; null when the browser refuses to start. */
export function startListening({ onText, onEnd, onUnable }: Listening): Recognition | null {
  const Recogniser = recognitionClass()
  if (!Recogniser) return null
  const recognition = new Recogniser()
  recognition.lang = 'zh-CN'
  recognition.continuous = true
  recognition.interimResults = false
  recognition.onresult = ({ resultIndex, results }) => {
    for (const heard of Array.from(results).slice(resultIndex)) {
      const phrase = heard.isFinal ? heard[0]?.transcript.trim() : undefined
      if (phrase) onText(phrase)
    }
  }
  recognition.onend = onEnd
  recognition.onerror = ({ error }) => {
    if (error !== 'no-speech' && error !== 'aborted') onUnable()
  }
  try {
    recognition.start()
    return recognition
  } catch {
    onUnable()
    return null // already listening elsewhere, or no permission
  }
}

function recognitionClass(): RecognitionClass | undefined {
  const browser = window as unknown as Record<string, RecognitionClass | undefined> // vendor names, absent from the types
  return browser.SpeechRecognition ?? browser.webkitSpeechRecognition
}
