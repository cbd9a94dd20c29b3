// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/pdf.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/fout.hpp"

namespace damwand::documenten {
namespace {

// Points (1/72 inch): A4 with margins of 2.5 cm.
constexpr double breed = 595.276, hoog = 841.89, rand = 70.87, binnen = breed - 2 * rand;
constexpr double celrand = 4;

template <auto Weg>
struct Los {
    template <class T>
    void operator()(T* wat) const {
        Weg(wat);
    }
};
using Vlak = std::unique_ptr<cairo_surface_t, Los<cairo_surface_destroy>>;
using Pen = std::unique_ptr<cairo_t, Los<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Los<g_object_unref>>;

/// Text as pango takes it: valid UTF-8 without control characters but line ends.
std::string schoon(std::string_view tekst) {
    const std::unique_ptr<char, Los<g_free>> geldig(g_utf8_make_valid(tekst.data(), static_cast<gssize>(tekst.size())));
    std::string uit;
    for (const char* c = geldig.get(); *c != '\0'; ++c) {
        if (*c == '\t') uit += ' ';
        else if (*c == '\n' || static_cast<unsigned char>(*c) >= 0x20) uit += *c;
    }
    return uit;
}

/// Draws the blocks on pages. Run twice: how many pages there are is known after the first time.
class Tekenaar {
  public:
    Tekenaar(cairo_t* pen, const std::string& bladkop, const std::string& watermerk, int bladen) : m_pen(pen), m_bladkop(bladkop), m_watermerk(watermerk), m_bladen(bladen) { begin_blad(); }

    void teken(const Pdf::Blok& b) {
        switch (b.soort) {
            case Pdf::Blok::Soort::kop: {
                static constexpr std::array punten{18.0, 14.0, 12.0};
                const auto layout = maak(b.teksten[0], binnen, punten.at(static_cast<std::size_t>(b.niveau - 1)), true);
                // Never the last thing on a page.
                if (m_y + hoogte(layout) + 44 > onder()) volgend_blad();
                m_y += m_y > boven() + 1 ? 8 : 0;
                const auto tag = fmt::format("H{}", b.niveau);
                regels(layout, rand, tag.c_str());
                m_y += 4;
                break;
            }
            case Pdf::Blok::Soort::alinea:
                if (b.teksten[0].empty()) m_y += 14;
                else regels(maak(b.teksten[0], binnen, 11, false), rand, "P");
                m_y += 7;
                break;
            case Pdf::Blok::Soort::kader: kader(b.teksten[0]); break;
            case Pdf::Blok::Soort::lijst: lijst(b.teksten); break;
            case Pdf::Blok::Soort::tabel: tabel(b); break;
        }
    }
    /// How many pages it took.
    int sluit() {
        cairo_show_page(m_pen);
        return m_blad;
    }

  private:
    [[nodiscard]] double boven() const { return m_bladkop.empty() ? rand : rand + 10; }
    [[nodiscard]] static double onder() { return hoog - rand; }

    Layout maak(const std::string& tekst, double breedte, double punten, bool vet) const {
        Layout layout(pango_cairo_create_layout(m_pen));
        const std::unique_ptr<PangoFontDescription, Los<pango_font_description_free>> letter(pango_font_description_from_string(vet ? "Liberation Sans Bold" : "Liberation Sans"));
        pango_font_description_set_absolute_size(letter.get(), punten * PANGO_SCALE);
        pango_layout_set_font_description(layout.get(), letter.get());
        pango_context_set_language(pango_layout_get_context(layout.get()), pango_language_from_string("nl"));
        pango_layout_set_width(layout.get(), static_cast<int>(breedte * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_line_spacing(layout.get(), 1.25F);
        pango_layout_set_text(layout.get(), tekst.c_str(), static_cast<int>(tekst.size()));
        return layout;
    }
    static double hoogte(const Layout& layout) {
        int h = 0;
        pango_layout_get_size(layout.get(), nullptr, &h);
        return static_cast<double>(h) / PANGO_SCALE;
    }

    void begin_blad() {
        ++m_blad;
        if (!m_watermerk.empty()) {
            cairo_save(m_pen);
            cairo_set_source_rgb(m_pen, 0.93, 0.93, 0.93);
            const auto groot = maak(m_watermerk, 780, 34, true);
            pango_layout_set_alignment(groot.get(), PANGO_ALIGN_CENTER);
            cairo_translate(m_pen, breed / 2, hoog / 2);
            cairo_rotate(m_pen, -0.95);
            cairo_move_to(m_pen, -390, -hoogte(groot) / 2);
            pango_cairo_show_layout(m_pen, groot.get());
            cairo_restore(m_pen);
        }
        cairo_set_source_rgb(m_pen, 0.35, 0.35, 0.35);
        if (!m_bladkop.empty()) {
            cairo_move_to(m_pen, rand, rand - 26);
            pango_cairo_show_layout(m_pen, maak(m_bladkop, binnen, 9, false).get());
        }
        if (!m_watermerk.empty()) {
            cairo_move_to(m_pen, rand, onder() + 20);
            pango_cairo_show_layout(m_pen, maak(m_watermerk, binnen - 110, 8, false).get());
        }
        const auto nummer = maak(fmt::format("Bladzijde {} van {}", m_blad, m_bladen), 105, 9, false);
        pango_layout_set_alignment(nummer.get(), PANGO_ALIGN_RIGHT);
        cairo_move_to(m_pen, breed - rand - 105, onder() + 20);
        pango_cairo_show_layout(m_pen, nummer.get());
        cairo_set_source_rgb(m_pen, 0, 0, 0);
        m_y = boven();
    }
    void volgend_blad() {
        cairo_show_page(m_pen);
        begin_blad();
    }

    /// Lines from `vanaf` as far as the page goes, at (x, y); returns the first that did not fit, and how high they were.
    std::pair<int, double> stuk(const Layout& layout, int vanaf, double x, double y, double tot) const {
        const int aantal = pango_layout_get_line_count(layout.get());
        double gebruikt = 0;
        int regel = vanaf;
        for (; regel < aantal; ++regel) {
            auto* lijn = pango_layout_get_line_readonly(layout.get(), regel);
            PangoRectangle r;
            pango_layout_line_get_extents(lijn, nullptr, &r);
            const double h = 1.25 * r.height / PANGO_SCALE;
            // A line that no page is high enough for goes on this one.
            if (y + gebruikt + h > tot && (regel > vanaf || y > boven() + 1)) break;
            cairo_move_to(m_pen, x, y + gebruikt + static_cast<double>(PANGO_ASCENT(r)) / PANGO_SCALE);
            pango_cairo_show_layout_line(m_pen, lijn);
            gebruikt += h;
        }
        return {regel, gebruikt};
    }

    /// A text that may run over several pages, tagged on each.
    void regels(const Layout& layout, double x, const char* tag) {
        const int aantal = pango_layout_get_line_count(layout.get());
        for (int regel = 0; regel < aantal;) {
            cairo_tag_begin(m_pen, tag, nullptr);
            const auto [volgende, gebruikt] = stuk(layout, regel, x, m_y, onder());
            cairo_tag_end(m_pen, tag);
            m_y += gebruikt;
            regel = volgende;
            if (regel < aantal) volgend_blad();
        }
    }

    void kader(const std::string& tekst) {
        const auto layout = maak(tekst, binnen - 16, 11, false);
        if (m_y + hoogte(layout) + 16 > onder() && hoogte(layout) < onder() - boven() - 20) volgend_blad();
        const int blad = m_blad;
        const double begin = m_y;
        m_y += 8;
        regels(layout, rand + 8, "P");
        if (blad == m_blad) {
            cairo_set_source_rgb(m_pen, 0.54, 0.35, 0);
            cairo_rectangle(m_pen, rand, begin, binnen, m_y + 5 - begin);
            cairo_stroke(m_pen);
            cairo_set_source_rgb(m_pen, 0, 0, 0);
        }
        m_y += 12;
    }

    void lijst(const std::vector<std::string>& punten) {
        for (const auto& punt : punten) {
            const auto layout = maak(punt, binnen - 16, 11, false);
            if (m_y + 16 > onder()) volgend_blad();
            cairo_tag_begin(m_pen, "L", nullptr);
            cairo_tag_begin(m_pen, "LI", nullptr);
            cairo_tag_begin(m_pen, "Lbl", nullptr);
            cairo_move_to(m_pen, rand + 4, m_y);
            pango_cairo_show_layout(m_pen, maak("•", 12, 11, false).get());
            cairo_tag_end(m_pen, "Lbl");
            const int aantal = pango_layout_get_line_count(layout.get());
            for (int regel = 0; regel < aantal;) {
                cairo_tag_begin(m_pen, "LBody", nullptr);
                const auto [volgende, gebruikt] = stuk(layout, regel, rand + 16, m_y, onder());
                cairo_tag_end(m_pen, "LBody");
                m_y += gebruikt;
                regel = volgende;
                if (regel >= aantal) break;
                cairo_tag_end(m_pen, "LI");
                cairo_tag_end(m_pen, "L");
                volgend_blad();
                cairo_tag_begin(m_pen, "L", nullptr);
                cairo_tag_begin(m_pen, "LI", nullptr);
            }
            cairo_tag_end(m_pen, "LI");
            cairo_tag_end(m_pen, "L");
            m_y += 3;
        }
        m_y += 5;
    }

    /// One row, from line `vanaf` of each cell; returns whether all of it stands there.
    bool rij(const std::vector<Layout>& cellen, std::vector<int>& vanaf, double kolom, bool koppen) {
        cairo_tag_begin(m_pen, "TR", nullptr);
        double hoogste = 0;
        bool klaar = true;
        for (std::size_t i = 0; i < cellen.size(); ++i) {
            cairo_tag_begin(m_pen, koppen ? "TH" : "TD", nullptr);
            const auto [volgende, gebruikt] = stuk(cellen[i], vanaf[i], rand + celrand + kolom * static_cast<double>(i), m_y + celrand, onder());
            cairo_tag_end(m_pen, koppen ? "TH" : "TD");
            vanaf[i] = volgende;
            klaar = klaar && volgende >= pango_layout_get_line_count(cellen[i].get());
            hoogste = std::max(hoogste, gebruikt);
        }
        cairo_tag_end(m_pen, "TR");
        m_y += hoogste + 2 * celrand;
        cairo_set_source_rgb(m_pen, 0.6, 0.6, 0.6);
        cairo_set_line_width(m_pen, koppen ? 1 : 0.5);
        cairo_move_to(m_pen, rand, m_y);
        cairo_line_to(m_pen, rand + binnen, m_y);
        cairo_stroke(m_pen);
        cairo_set_source_rgb(m_pen, 0, 0, 0);
        return klaar;
    }

    void tabel(const Pdf::Blok& b) {
        if (b.teksten.empty()) return;
        const double kolom = binnen / static_cast<double>(b.teksten.size());
        const auto cellen_van = [&](const std::vector<std::string>& teksten, bool vet) {
            std::vector<Layout> uit;
            for (std::size_t i = 0; i < b.teksten.size(); ++i) uit.push_back(maak(i < teksten.size() ? teksten[i] : std::string{}, kolom - 2 * celrand, 10, vet));
            return uit;
        };
        const auto koppen = cellen_van(b.teksten, true);
        const auto begin = [&] {
            cairo_tag_begin(m_pen, "Table", nullptr);
            std::vector<int> vanaf(koppen.size(), 0);
            static_cast<void>(rij(koppen, vanaf, kolom, true));
        };
        const auto verder = [&] {
            cairo_tag_end(m_pen, "Table");
            volgend_blad();
            begin();
        };
        if (m_y + 60 > onder()) volgend_blad();
        begin();
        for (const auto& teksten : b.rijen) {
            const auto cellen = cellen_van(teksten, false);
            double hoogste = 0;
            for (const auto& c : cellen) hoogste = std::max(hoogste, hoogte(c));
            if (m_y + hoogste + 2 * celrand > onder() && (hoogste < (onder() - boven()) / 2 || m_y + 40 > onder())) verder();
            std::vector<int> vanaf(cellen.size(), 0);
            while (!rij(cellen, vanaf, kolom, false)) verder();
        }
        cairo_tag_end(m_pen, "Table");
        m_y += 10;
    }

    cairo_t* m_pen;
    const std::string& m_bladkop;
    const std::string& m_watermerk;
    int m_bladen, m_blad = 0;
    double m_y = 0;
};

extern "C" cairo_status_t schrijf_weg(void* waar, const unsigned char* bytes, unsigned int aantal) {
    try {
        static_cast<std::string*>(waar)->append(reinterpret_cast<const char*>(bytes), aantal);
        return CAIRO_STATUS_SUCCESS;
    } catch (...) {
        return CAIRO_STATUS_WRITE_ERROR;
    }
}

}  // namespace

Pdf::Pdf(std::string_view titel) : m_titel(schoon(titel)) {}

Pdf& Pdf::op_elke_bladzijde(std::string_view tekst) {
    m_bladkop = schoon(tekst);
    return *this;
}
Pdf& Pdf::watermerk(std::string_view tekst) {
    m_watermerk = schoon(tekst);
    return *this;
}
Pdf& Pdf::kop(int niveau, std::string_view tekst) {
    m_blokken.push_back({.soort = Blok::Soort::kop, .niveau = std::clamp(niveau, 1, 3), .teksten = {schoon(tekst)}, .rijen = {}});
    return *this;
}
Pdf& Pdf::alinea(std::string_view tekst) {
    m_blokken.push_back({.soort = Blok::Soort::alinea, .teksten = {schoon(tekst)}, .rijen = {}});
    return *this;
}
Pdf& Pdf::in_te_vullen(std::string_view tekst) {
    m_blokken.push_back({.soort = Blok::Soort::kader, .teksten = {schoon(tekst)}, .rijen = {}});
    return *this;
}
Pdf& Pdf::opsomming(const std::vector<std::string>& punten) {
    Blok b{.soort = Blok::Soort::lijst, .teksten = {}, .rijen = {}};
    for (const auto& punt : punten) b.teksten.push_back(schoon(punt));
    m_blokken.push_back(std::move(b));
    return *this;
}
Pdf& Pdf::tabel(const std::vector<std::string>& koppen, const std::vector<std::vector<std::string>>& rijen) {
    Blok b{.soort = Blok::Soort::tabel, .teksten = {}, .rijen = {}};
    for (const auto& kop : koppen) b.teksten.push_back(schoon(kop));
    for (const auto& rij : rijen) {
        auto& uit = b.rijen.emplace_back();
        for (const auto& cel : rij) uit.push_back(schoon(cel));
    }
    m_blokken.push_back(std::move(b));
    return *this;
}

std::string Pdf::klaar() const {
    int bladen = 0;
    std::string uit;
    for (const bool echt : {false, true}) {
        uit.clear();
        const Vlak vlak(cairo_pdf_surface_create_for_stream(schrijf_weg, &uit, breed, hoog));
        cairo_pdf_surface_restrict_to_version(vlak.get(), CAIRO_PDF_VERSION_1_5);
        cairo_pdf_surface_set_metadata(vlak.get(), CAIRO_PDF_METADATA_TITLE, m_titel.c_str());
        // The moment is no part of what is said: the same document is the same file.
        cairo_pdf_surface_set_metadata(vlak.get(), CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
        const Pen pen(cairo_create(vlak.get()));
        cairo_tag_begin(pen.get(), "Document", nullptr);
        Tekenaar tekenaar(pen.get(), m_bladkop, m_watermerk, bladen);
        for (const auto& b : m_blokken) tekenaar.teken(b);
        cairo_tag_end(pen.get(), "Document");
        bladen = tekenaar.sluit();
        cairo_surface_finish(vlak.get());
        if (cairo_status(pen.get()) != CAIRO_STATUS_SUCCESS || cairo_surface_status(vlak.get()) != CAIRO_STATUS_SUCCESS) {
            throw Fout(FoutSoort::intern, "pdf", "Het document kon niet worden gemaakt.", {}, cairo_status_to_string(cairo_status(pen.get())));
        }
        static_cast<void>(echt);
    }
    return uit;
}

}  // namespace damwand::documenten
