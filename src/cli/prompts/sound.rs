//! Speech as a telephone exchange plays it: a synthesiser's WAV in, 8 kHz, mono, 16 bit out.

use std::f64::consts::PI;

/// Samples a second on a telephone line (ITU-T G.711).
pub const RATE: u32 = 8000;
/// What a telephone line lets through, in Hz: less than half its rate, with room for the slope.
const HIGHEST: f64 = 3600.0;
/// How many samples before and after one have a part in it.
const REACH: i32 = 48;
/// Silence before and after the words, in samples of a line.
const SILENCE: usize = RATE as usize / 4;

/// Samples, mono, and how many of them make a second.
#[derive(Debug, PartialEq)]
pub struct Sound {
    /// Samples a second.
    pub rate: u32,
    /// The samples.
    pub samples: Vec<i16>,
}

/// Reads a mono WAV of 16 bit; `None` if it is none. A stream doesn't know its length, so its data
/// goes to the end, whatever its head says.
pub fn read(wav: &[u8]) -> Option<Sound> {
    let (head, mut rest) = wav.split_at_checked(12)?;
    if !head.starts_with(b"RIFF") || !head.ends_with(b"WAVE") {
        return None;
    }
    let mut rate = None;
    loop {
        let (chunk, after) = rest.split_at_checked(8)?;
        let (name, length) = chunk.split_at_checked(4)?;
        let length = usize::try_from(u32::from_le_bytes(length.try_into().ok()?)).ok()?;
        match name {
            b"fmt " => {
                let fields = after.get(..16)?;
                let pair = |at: usize| Some([*fields.get(at)?, *fields.get(at + 1)?]);
                let is_pcm = pair(0)? == [1, 0] && pair(2)? == [1, 0] && pair(14)? == [16, 0];
                let [low, high] = [pair(4)?, pair(6)?];
                rate = is_pcm.then(|| u32::from_le_bytes([low[0], low[1], high[0], high[1]]));
            }
            b"data" => {
                let data = after.get(..length).unwrap_or(after);
                let samples = data.chunks_exact(2).filter_map(|pair| {
                    let pair: [u8; 2] = pair.try_into().ok()?;
                    Some(i16::from_le_bytes(pair))
                });
                return Some(Sound {
                    rate: rate.filter(|rate| (RATE..=192_000).contains(rate))?,
                    samples: samples.collect(),
                });
            }
            _ => {}
        }
        // A chunk of odd length is followed by a byte that counts for nothing.
        rest = after.get(length.checked_add(length % 2)?..)?;
    }
}

/// The same at a line's rate: what a line can't carry is filtered out before, or it would come back
/// as a hiss (a sinc filter under a Hann window).
pub fn for_telephone(sound: &Sound) -> Sound {
    let step = f64::from(sound.rate) / f64::from(RATE);
    let cutoff = HIGHEST / f64::from(sound.rate);
    let reach = f64::from(REACH);
    let weight = |distance: f64| {
        let angle = 2.0 * PI * cutoff * distance;
        let sinc = if angle.abs() < 1e-9 {
            1.0
        } else {
            angle.sin() / angle
        };
        2.0 * cutoff * sinc * (0.5 + 0.5 * (PI * distance / reach).cos())
    };
    let count = (sound.samples.len() as f64 / step) as usize;
    let sample = |at: usize| {
        let place = at as f64 * step;
        let middle = place as i64;
        let around = (1 - i64::from(REACH)..i64::from(REACH)).filter_map(|offset| {
            let index = middle + offset;
            let sample = sound.samples.get(usize::try_from(index).ok()?)?;
            Some(f64::from(*sample) * weight(index as f64 - place))
        });
        let value = around.sum::<f64>().round();
        value.clamp(f64::from(i16::MIN), f64::from(i16::MAX)) as i16
    };
    let mut samples = vec![0; SILENCE];
    samples.extend((0..count).map(sample));
    samples.resize(samples.len() + SILENCE, 0);
    Sound {
        rate: RATE,
        samples,
    }
}

/// Writes a WAV.
pub fn write(sound: &Sound) -> Vec<u8> {
    let bytes = u32::try_from(sound.samples.len() * 2).unwrap_or(u32::MAX);
    let mut wav = Vec::with_capacity(44 + sound.samples.len() * 2);
    wav.extend(b"RIFF");
    wav.extend((bytes + 36).to_le_bytes());
    wav.extend(b"WAVEfmt ");
    wav.extend(16_u32.to_le_bytes());
    wav.extend([1, 0, 1, 0]);
    wav.extend(sound.rate.to_le_bytes());
    wav.extend((sound.rate * 2).to_le_bytes());
    wav.extend([2, 0, 16, 0]);
    wav.extend(b"data");
    wav.extend(bytes.to_le_bytes());
    wav.extend(sound.samples.iter().flat_map(|sample| sample.to_le_bytes()));
    wav
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One second of a tone.
    fn tone(rate: u32, hertz: f64) -> Sound {
        let wave = |at: u32| {
            let angle = 2.0 * PI * hertz * f64::from(at) / f64::from(rate);
            (10_000.0 * angle.sin()).round() as i16
        };
        Sound {
            rate,
            samples: (0..rate).map(wave).collect(),
        }
    }

    /// How loud the middle of it is.
    fn loudness(sound: &Sound) -> f64 {
        let middle = &sound.samples[3000..9000];
        let power: f64 = middle.iter().map(|s| f64::from(*s).powi(2)).sum();
        (power / middle.len() as f64).sqrt()
    }

    #[test]
    fn what_a_line_carries_stays_and_the_rest_goes() {
        for rate in [8000, 16_000, 22_050, 44_100] {
            let spoken = for_telephone(&tone(rate, 1000.0));
            assert_eq!(spoken.rate, 8000);
            let seconds = spoken.samples.len() as f64 / 8000.0;
            assert!((1.49..1.51).contains(&seconds), "{rate}: {seconds}");
            let loud = loudness(&spoken) / loudness(&tone(16_000, 1000.0));
            assert!((0.95..1.05).contains(&loud), "{rate}: {loud}");
        }
        let hiss = loudness(&for_telephone(&tone(22_050, 6000.0)));
        assert!(hiss < 100.0, "{hiss}");
    }

    #[test]
    fn reads_what_it_writes_and_what_streams() {
        let sound = tone(22_050, 440.0);
        let mut wav = write(&sound);
        assert_eq!(read(&wav), Some(tone(22_050, 440.0)));
        // A stream's head names a length that is never reached; other chunks are passed over.
        wav[40..44].copy_from_slice(&0x7fff_f000_u32.to_le_bytes());
        assert_eq!(read(&wav).as_ref(), Some(&sound));
        wav.splice(12..12, *b"LIST\x03\0\0\0abc\0");
        assert_eq!(read(&wav), Some(sound));
        for broken in [
            &b""[..],
            b"RIFF",
            b"RIFF____WAVE",
            b"RIFF____WAVEdata\x02\0\0\0ab",
        ] {
            assert_eq!(read(broken), None);
        }
        assert_eq!(read(&wav[..30]), None);
    }
}
