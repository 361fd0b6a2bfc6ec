import { MediaFault, type ModelFile } from '../../../../contract/index.ts';

const SIZES: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT2: 4, MAT3: 9, MAT4: 16 };
const BYTES: Readonly<Record<number, number>> = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 };

/** Numbers that stand for −1 to 1 or 0 to 1, by component type. */
const WHOLE_RANGE: Readonly<Record<number, number>> = { 5120: 127, 5121: 255, 5122: 32_767, 5123: 65_535 };

export interface Values {
  readonly values: Float64Array;
  /** Numbers in each element. */
  readonly size: number;
  readonly count: number;
}

/**
 * The numbers behind an accessor of a glTF file, whatever they are stored as.
 * @throws MediaFault where they reach beyond the file
 */
export function readAccessor({ document, buffers }: ModelFile, index: number): Values {
  const accessor = document.accessors?.[index];
  if (!accessor) throw new MediaFault('corrupt', `it has no accessor ${index}`);
  const size = SIZES[accessor.type] ?? 1;
  const { count, componentType } = accessor;
  // An accessor without bytes is all zeros.
  const view = accessor.bufferView === undefined ? null : document.bufferViews?.[accessor.bufferView];
  const buffer = view ? buffers[view.buffer] : undefined;
  if (view === null) return { values: new Float64Array(count * size), size, count };
  const each = BYTES[componentType] ?? 4;
  const stride = view?.byteStride || each * size;
  const start = (view?.byteOffset ?? 0) + (accessor.byteOffset ?? 0);
  if (!view || !buffer || count * size > buffer.length || start + stride * (count - 1) + each * size > buffer.length) {
    throw new MediaFault('corrupt', `its accessor ${index} reaches beyond the file`);
  }
  const values = new Float64Array(count * size);
  const data = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const whole = accessor.normalized ? (WHOLE_RANGE[componentType] ?? 1) : 1;
  for (let element = 0; element < count; element++) {
    for (let part = 0; part < size; part++) {
      const raw = component(data, componentType, start + element * stride + part * each);
      values[element * size + part] = whole === 1 ? raw : Math.max(-1, raw / whole);
    }
  }
  return { values, size, count };
}

function component(data: DataView, type: number, at: number): number {
  if (type === 5120) return data.getInt8(at);
  if (type === 5121) return data.getUint8(at);
  if (type === 5122) return data.getInt16(at, true);
  if (type === 5123) return data.getUint16(at, true);
  if (type === 5125) return data.getUint32(at, true);
  return data.getFloat32(at, true);
}
