/** Where a picture was taken, as one text that says what it is: "GPS position 35.012345, 135.543210". */
import type { XmpProperty } from "../../text/xmp.js";

const DECIMALS = 6;

/** @param latitude degrees, north positive; `longitude` east positive. undefined where they are no place on earth. */
export function positionText(latitude: number, longitude: number): string | undefined {
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
  return isPlace ? `GPS position ${latitude.toFixed(DECIMALS)}, ${longitude.toFixed(DECIMALS)}` : undefined;
}

/** Degrees, minutes and seconds, any of which may carry the fraction (Exif 3.0, 4.6.7.3.2). */
export function degreesOf([degrees = Number.NaN, minutes = 0, seconds = 0]: readonly number[], reference: string): number {
  const value = degrees + minutes / 60 + seconds / 3600;
  return /^[SW]/iu.test(reference.trim()) ? -value : value;
}

/** "34,20,24.5N", "34,20.408N" (XMP specification part 2, 3.1.2 GPSCoordinate). */
const XMP_COORDINATE = /^(\d{1,3}),(\d{1,2}(?:\.\d{1,10})?)(?:,(\d{1,2}(?:\.\d{1,10})?))?([NSEW])$/iu;

export function positionOfXmp(properties: readonly XmpProperty[]): string | undefined {
  const coordinate = (name: string): number => {
    const text = properties.find((one) => one.name === name)?.text.trim() ?? "";
    const [, degrees, minutes, seconds = "0", reference = ""] = XMP_COORDINATE.exec(text) ?? [];
    return degrees === undefined ? Number(text === "" ? Number.NaN : text) : degreesOf([Number(degrees), Number(minutes), Number(seconds)], reference);
  };
  const latitude = coordinate("exif:GPSLatitude");
  const longitude = coordinate("exif:GPSLongitude");
  return positionText(latitude, longitude);
}
