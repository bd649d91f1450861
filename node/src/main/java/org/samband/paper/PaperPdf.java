// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.util.XRLog;
import java.awt.Shape;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// A paper as a tagged PDF: PDF/UA-1 (ISO 14289-1) for those who hear it read, PDF/A-3 (ISO
/// 19005-3) for those who keep it. Fonts are inside; nothing is loaded from anywhere. The same
/// paper gives the same bytes, on any machine and at any time, so that two nodes can sign one file.
public final class PaperPdf {
    /// In millimetres: what A4 holds between the margins.
    static final double FIGURE_WIDTH = 170;

    private static final double EDGE = 16;
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    /// Octets in the head of a font file.
    private static final int TABLE_COUNT = 4;

    private static final int DIRECTORY = 12;
    private static final int RECORD = 16;
    private static final int TAG = 4;
    private static final byte[] REGULAR_FONT = font(Lettering.REGULAR_FILE);
    private static final byte[] BOLD_FONT = font(Lettering.BOLD_FILE);
    private static final String STYLE =
            new String(read("/paper/paper.css"), StandardCharsets.UTF_8);
    private static final Pattern TIMES =
            Pattern.compile("<xmp:(CreateDate|ModifyDate|MetadataDate)[^<]*</xmp:[^>]*>");
    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // Its log would hold no fault that the caller does not get, and lines for every paper.
        XRLog.setLoggingEnabled(false);
    }

    private PaperPdf() {}

    private static byte[] read(String file) {
        try (var in = Lettering.open(file)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A font of which each letter stands for itself. PDFBox tries every substitution of a font
    /// (ligatures and the like) on every word, which would take four fifths of the time of a paper;
    /// so their table gets a name that nobody looks for. Source: OpenType 1.9, "Table directory".
    private static byte[] font(String file) {
        var font = read(file);
        int tables = Short.toUnsignedInt(ByteBuffer.wrap(font).getShort(TABLE_COUNT));
        for (int at = DIRECTORY; at < DIRECTORY + tables * RECORD; at += RECORD) {
            if (new String(font, at, TAG, StandardCharsets.US_ASCII).equals("GSUB")) {
                font[at] = 'x';
            }
        }
        return font;
    }

    public static byte[] of(Paper paper) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(COLOURS);
        builder.withProducer("Samband");
        builder.useFont(
                () -> new ByteArrayInputStream(REGULAR_FONT),
                "Inter",
                NORMAL,
                FontStyle.NORMAL,
                true);
        builder.useFont(
                () -> new ByteArrayInputStream(BOLD_FONT), "Inter", BOLD, FontStyle.NORMAL, true);
        for (var when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((_, _) -> false, when);
        }
        builder.useObjectDrawerFactory(
                new Plots(
                        paper.blocks().stream()
                                .filter(Block.Figure.class::isInstance)
                                .map(Block.Figure.class::cast)
                                .map(figure -> Drawing.of(figure.plot()))
                                .toList()));
        var html = PaperHtml.of(paper, STYLE);
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        try (var renderer = builder.buildPdfRenderer();
                var document = renderer.createPDFKeepOpen()) {
            withoutTime(document);
            document.setDocumentId((long) html.hashCode());
            document.save(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    /// When it was made stands on its pages.
    private static void withoutTime(PDDocument document) throws IOException {
        document.getDocumentInformation().setCreationDate(null);
        document.getDocumentInformation().setModificationDate(null);
        var about = document.getDocumentCatalog().getMetadata();
        var xml = new String(about.toByteArray(), StandardCharsets.UTF_8);
        about.importXMPMetadata(TIMES.matcher(xml).replaceAll("").getBytes(StandardCharsets.UTF_8));
    }

    /// How many pages a PDF has.
    public static int pages(byte[] pdf) {
        try (var read = Loader.loadPDF(pdf)) {
            return read.getNumberOfPages();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Draws the figures of a paper where they stand.
    private record Plots(List<Drawing> drawings) implements FSObjectDrawerFactory {
        @Override
        public @Nullable FSObjectDrawer createDrawer(Element object) {
            return isReplacedObject(object)
                    ? new Plotter(
                            drawings.get(Integer.parseInt(object.getAttribute("data-figure"))))
                    : null;
        }

        @Override
        public boolean isReplacedObject(Element object) {
            return "samband/plot".equals(object.getAttribute("type"));
        }
    }

    private record Plotter(Drawing drawing) implements FSObjectDrawer {
        @Override
        public @Nullable Map<Shape, String> drawObject(
                Element object,
                double x,
                double y,
                double width,
                double height,
                OutputDevice device,
                RenderingContext context,
                int dotsPerPixel) {
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) width / dotsPerPixel,
                    (float) height / dotsPerPixel,
                    on -> {
                        // What is drawn keeps clear of the edge, at which it would be cut.
                        double scale = width / dotsPerPixel / (Drawing.WIDTH + EDGE);
                        on.scale(scale, scale);
                        PlotInk.draw(drawing, on);
                    });
            return null;
        }
    }
}
