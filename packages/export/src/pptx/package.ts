/** The file around a slide: an Office Open XML package. */
import { createRequire } from 'node:module';
import { cleanText } from 'nnfig/writers';
import type library from 'pptxgenjs';
import type { Figure } from '../figure.js';
import { type Slide, unitsPerInch } from './slide.js';

/** The earliest time that a ZIP can say: a true one would make each file a new one. */
const date = new Date(Date.UTC(1980, 0, 1));

const slidePart = 'ppt/slides/slide1.xml';
const corePart = 'docProps/core.xml';

/** What the slide of a figure in another theme than light stands on, as its texts are pale. */
const darkGround = '#1b1b1d';

/** The types describe an ES module; what `require` gives is the class itself. */
type PptxGenJS = InstanceType<typeof library.default>;

/** Its `import` leads to an ES module that older releases of Node take for CommonJS. */
const load = createRequire(import.meta.url);

/** Draws the shapes of a slide: given the ids of its images by data URL, gives their markup. */
export type ShapeWriter = (imageIds: ReadonlyMap<string, string>) => string;

/**
 * Packs a figure as a presentation of one slide. The library writes the package with its images;
 * the shapes take the place of its own, since it has no groups, ends and joins of lines, dashes of
 * any length, nor alternative texts.
 *
 * @param figure What the file says of itself.
 * @param slide Size of the slide.
 * @param images Data URLs of PNG and JPEG images.
 * @param shapes Writes the shapes.
 * @returns The bytes of the file, the same for the same figure.
 */
export async function packSlide(
  figure: Figure,
  slide: Slide,
  images: readonly string[],
  shapes: ShapeWriter,
): Promise<Uint8Array> {
  const presentation = openPresentation(figure, slide);
  const page = presentation.addSlide();
  const ground = figure.background ?? (figure.theme === 'dark' ? darkGround : undefined);
  if (ground !== undefined) page.background = { color: ground.slice(1).toUpperCase() };
  images.forEach((data, index) => {
    page.addImage({ data, objectName: `image ${index}`, x: 0, y: 0, w: 1, h: 1 });
  });
  const written = (await presentation.write({ outputType: 'uint8array' })) as Uint8Array;
  return repack(written, (part, text) => {
    if (part === corePart) return withoutTime(text);
    return part === slidePart ? withShapes(text, images, shapes) : text;
  });
}

function openPresentation(figure: Figure, { width, height }: Slide): PptxGenJS {
  const Presentation = load('pptxgenjs') as new () => PptxGenJS;
  const presentation = new Presentation();
  presentation.defineLayout({
    name: 'figure',
    width: width / unitsPerInch,
    height: height / unitsPerInch,
  });
  presentation.layout = 'figure';
  presentation.theme = { headFontFace: 'Arial', bodyFontFace: 'Arial' };
  presentation.title = cleanText(figure.title);
  presentation.subject = cleanText(figure.caption);
  presentation.author = 'nnfig';
  presentation.company = 'nnfig';
  return presentation;
}

/** Writes all parts anew, in their order and at one time. */
async function repack(
  bytes: Uint8Array,
  change: (part: string, text: string) => string,
): Promise<Uint8Array> {
  const { default: JSZip } = await import('jszip');
  const [from, to] = [await JSZip.loadAsync(bytes), new JSZip()];
  for (const file of Object.values(from.files)) {
    if (file.dir) continue;
    const text = file.name === slidePart || file.name === corePart;
    const content = text
      ? change(file.name, await file.async('string'))
      : await file.async('uint8array');
    to.file(file.name, content, { date, createFolders: false });
  }
  return to.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function withoutTime(core: string): string {
  return core.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    `$1${date.toISOString().replace('.000', '')}`,
  );
}

function withShapes(slide: string, images: readonly string[], shapes: ShapeWriter): string {
  const ids = new Map<string, string>();
  for (const [, index, id] of slide.matchAll(/name="image (\d+)"[\s\S]*?r:embed="(rId\d+)"/g)) {
    ids.set(images[Number(index)] as string, id as string);
  }
  const start = slide.indexOf('</p:grpSpPr>') + '</p:grpSpPr>'.length;
  const end = slide.lastIndexOf('</p:spTree>');
  return slide.slice(0, start) + shapes(ids) + slide.slice(end);
}
