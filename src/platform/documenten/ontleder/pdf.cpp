// SPDX-License-Identifier: EUPL-1.2
// qpdf reads the structure; repairing is off, since a file that each program repairs in its own way is two files.
// This file is C++17: the headers of qpdf 11.3 name a type in a vector before it is whole, which clang refuses in C++20.
#define POINTERHOLDER_TRANSITION 4  // the standard's pointers; asked for by the header
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "platform/documenten/ontleder/ontleder.hpp"

namespace damwand::documenten::ontleder {
namespace {

/// Looks for what acts by itself: scripts, programs to start, files inside the file.
class Zoeker {
  public:
    explicit Zoeker(const Grenzen& g) : m_over(g.objecten), m_diepte(g.diepte) {}
    /// A code, or empty.
    std::string kijk(QPDFObjectHandle ding, int diep = 0) {
        if (diep > m_diepte || m_over == 0) return "te-diep";
        --m_over;
        if (diep > 0 && ding.isIndirect()) return {};  // it has its own turn
        if (ding.isArray()) {
            for (int i = 0; i < ding.getArrayNItems(); ++i) {
                if (auto reden = kijk(ding.getArrayItem(i), diep + 1); !reden.empty()) return reden;
            }
            return {};
        }
        if (ding.isStream()) ding = ding.getDict();
        if (!ding.isDictionary()) return {};
        for (const auto* naam : {"/JS", "/JavaScript", "/EF", "/XFA"}) {
            if (ding.hasKey(naam)) return "actieve-inhoud";
        }
        for (const auto* sleutel : {"/S", "/Type", "/Subtype"}) {
            auto waarde = ding.getKey(sleutel);
            if (!waarde.isName()) continue;
            const auto naam = waarde.getName();
            for (const auto* slecht : {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/EmbeddedFile", "/RichMedia", "/Rendition"}) {
                if (naam == slecht) return "actieve-inhoud";
            }
        }
        for (const auto& sleutel : ding.getKeys()) {
            if (auto reden = kijk(ding.getKey(sleutel), diep + 1); !reden.empty()) return reden;
        }
        return {};
    }

  private:
    std::size_t m_over;
    int m_diepte;
};

}  // namespace

Oordeel ontleed_pdf(std::string_view inhoud, const Grenzen& g) {
    if (inhoud.substr(0, 5) != "%PDF-") return Oordeel{"dubbel"};
    const auto einde = inhoud.rfind("%%EOF");
    if (einde == std::string_view::npos || inhoud.size() - einde > 1024) return Oordeel{"afgekapt"};
    if (inhoud.substr(einde + 5).find_first_not_of(std::string_view("\r\n \t\0", 5)) != std::string_view::npos) {
        return Oordeel{"dubbel"};
    }
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processMemoryFile("document", inhoud.data(), inhoud.size());
        if (pdf.isEncrypted()) return Oordeel{"versleuteld"};
        if (pdf.getObjectCount() > g.objecten) return Oordeel{"te-veel-delen"};
        Zoeker zoeker(g);
        for (const auto& ding : pdf.getAllObjects()) {
            if (auto reden = zoeker.kijk(ding); !reden.empty()) return Oordeel{reden};
        }
        if (auto reden = zoeker.kijk(pdf.getTrailer()); !reden.empty()) return Oordeel{reden};
        const auto bladen = pdf.getAllPages().size();
        if (bladen == 0) return Oordeel{"beschadigd"};
        if (bladen > g.bladen) return Oordeel{"te-veel-delen"};
        Oordeel uit;
        uit.bladen = bladen;
        return uit;
    } catch (const QPDFExc& fout) {
        return Oordeel{fout.getErrorCode() == qpdf_e_password ? "versleuteld" : "beschadigd"};
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        return Oordeel{"beschadigd"};
    }
}

}  // namespace damwand::documenten::ontleder
