// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/zipschrijver.hpp"

#include <zip.h>

#include <algorithm>
#include <cstring>

#include "base/fout.hpp"

namespace damwand::bag {

namespace {

[[noreturn]] void gooi(const std::filesystem::path& pad) {
    throw Fout(FoutSoort::intern, "bag-schrijven",
               pad.filename().string() + ": het schrijven mislukte. Controleer de ruimte en de rechten van de map.");
}

constexpr zip_uint16_t dos_datum = (2026 - 1980) << 9 | 1 << 5 | 1;  // a fixed day, in MS-DOS form

}  // namespace

/// A part whose text is made when libzip asks for it.
struct ZipSchrijver::Deel {
    std::function<void(std::string&)> maak;
    std::exception_ptr& uitzondering;
    std::string tekst;
    std::size_t plaats = 0;
    zip_error_t fout{};

    static zip_int64_t bedien(void* zelf, void* data, zip_uint64_t grootte, zip_source_cmd_t opdracht) {
        auto& deel = *static_cast<Deel*>(zelf);
        switch (opdracht) {
            case ZIP_SOURCE_SUPPORTS:
                return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                                      ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
            case ZIP_SOURCE_OPEN:
                try {
                    deel.tekst.clear();
                    deel.plaats = 0;
                    deel.maak(deel.tekst);
                    return 0;
                } catch (...) {
                    deel.uitzondering = std::current_exception();
                    zip_error_set(&deel.fout, ZIP_ER_CANCELLED, 0);
                    return -1;
                }
            case ZIP_SOURCE_READ: {
                const auto aantal = std::min(static_cast<std::size_t>(grootte), deel.tekst.size() - deel.plaats);
                std::memcpy(data, deel.tekst.data() + deel.plaats, aantal);
                deel.plaats += aantal;
                return static_cast<zip_int64_t>(aantal);
            }
            case ZIP_SOURCE_CLOSE:
                std::string{}.swap(deel.tekst);
                return 0;
            case ZIP_SOURCE_STAT:
                zip_stat_init(static_cast<zip_stat_t*>(data));
                return sizeof(zip_stat_t);
            case ZIP_SOURCE_ERROR:
                return zip_error_to_data(&deel.fout, data, grootte);
            case ZIP_SOURCE_FREE: {
                const std::unique_ptr<Deel> weg{&deel};
                return 0;
            }
            default:
                zip_error_set(&deel.fout, ZIP_ER_OPNOTSUPP, 0);
                return -1;
        }
    }
};

ZipSchrijver::ZipSchrijver(const std::filesystem::path& pad) : m_pad(pad) {
    int fout = 0;
    m_zip = zip_open(pad.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &fout);
    if (m_zip == nullptr) gooi(m_pad);
}

ZipSchrijver::~ZipSchrijver() {
    if (m_zip != nullptr) zip_discard(m_zip);
}

void ZipSchrijver::neem_op(const std::string& naam, void* bron, bool inpakken) {
    auto* const zip_bron = static_cast<zip_source_t*>(bron);
    if (zip_bron == nullptr) gooi(m_pad);
    const auto nummer = zip_file_add(m_zip, naam.c_str(), zip_bron, ZIP_FL_ENC_UTF_8);
    if (nummer < 0) {
        zip_source_free(zip_bron);
        gooi(m_pad);
    }
    const auto index = static_cast<zip_uint64_t>(nummer);
    if (zip_set_file_compression(m_zip, index, inpakken ? ZIP_CM_DEFLATE : ZIP_CM_STORE, inpakken ? 6 : 0) != 0 ||
        zip_file_set_dostime(m_zip, index, 0, dos_datum, 0) != 0)
        gooi(m_pad);
}

void ZipSchrijver::voeg_toe(const std::string& naam, std::function<void(std::string&)> maak) {
    auto deel = std::unique_ptr<Deel>(new Deel{.maak = std::move(maak), .uitzondering = m_uitzondering, .tekst = {}});
    zip_source_t* bron = zip_source_function(m_zip, &Deel::bedien, deel.get());
    if (bron == nullptr) gooi(m_pad);
    (void)deel.release();  // libzip frees it through ZIP_SOURCE_FREE
    neem_op(naam, bron, true);
}

void ZipSchrijver::voeg_toe_zip(const std::string& naam, const std::filesystem::path& pad) {
    neem_op(naam, zip_source_file(m_zip, pad.c_str(), 0, -1), false);
}

void ZipSchrijver::sluit() {
    if (zip_close(m_zip) == 0) {
        m_zip = nullptr;
        return;
    }
    if (m_uitzondering) std::rethrow_exception(m_uitzondering);
    gooi(m_pad);
}

}  // namespace damwand::bag
