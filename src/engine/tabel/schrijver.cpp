// SPDX-License-Identifier: EUPL-1.2
#include "engine/tabel/schrijver.hpp"

#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "base/tijdelijk.hpp"

namespace damwand::tabel {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t langste_xlsx = 32'767;  ///< characters in a cell
constexpr double kolombreedte = 22;           ///< characters

Fout mislukt(std::string_view wat) { return {FoutSoort::intern, "xlsx", "Het rekenblad kon niet worden gemaakt.", {}, std::string(wat)}; }

/// At most so many characters, none cut in two.
std::string kort(std::string_view tekst) {
    if (tekst.size() <= langste_xlsx) return std::string(tekst);
    std::size_t tekens = 0, i = 0;
    while (i < tekst.size() && tekens < langste_xlsx) {
        ++i;
        while (i < tekst.size() && (static_cast<unsigned char>(tekst[i]) & 0xC0U) == 0x80U) ++i;
        ++tekens;
    }
    return std::string(tekst.substr(0, i));
}

}  // namespace

struct Xlsxschrijver::Binnenwerk {
    Tijdelijkemap map{fs::temp_directory_path(), mislukt("mkdtemp")};
    lxw_workbook* boek = nullptr;
    lxw_worksheet* blad = nullptr;
    lxw_row_t regel = 0;

    Binnenwerk() = default;
    Binnenwerk(const Binnenwerk&) = delete;
    Binnenwerk& operator=(const Binnenwerk&) = delete;
    ~Binnenwerk() {
        if (boek != nullptr) lxw_workbook_free(boek);
    }
    [[nodiscard]] std::string pad() const { return (map.pad() / "uit.xlsx").string(); }
};

Xlsxschrijver::Xlsxschrijver(std::string_view blad, std::span<const std::string> koppen) : m(std::make_unique<Binnenwerk>()) {
    auto map = m->map.pad().string();
    lxw_workbook_options opties{.constant_memory = LXW_TRUE, .tmpdir = map.data(), .use_zip64 = LXW_FALSE};
    m->boek = workbook_new_opt(m->pad().c_str(), &opties);
    if (m->boek == nullptr) throw mislukt("workbook_new_opt");
    m->blad = workbook_add_worksheet(m->boek, std::string(blad).c_str());
    if (m->blad == nullptr) throw mislukt("workbook_add_worksheet");
    auto* vet = workbook_add_format(m->boek);
    format_set_bold(vet);
    worksheet_freeze_panes(m->blad, 1, 0);
    worksheet_set_column(m->blad, 0, static_cast<lxw_col_t>(koppen.empty() ? 0 : koppen.size() - 1), kolombreedte, nullptr);
    for (std::size_t nr = 0; nr < koppen.size(); ++nr) worksheet_write_string(m->blad, 0, static_cast<lxw_col_t>(nr), koppen[nr].c_str(), vet);
    m->regel = 1;
}

Xlsxschrijver::~Xlsxschrijver() = default;

void Xlsxschrijver::rij(std::span<const Cel> cellen) {
    for (std::size_t nr = 0; nr < cellen.size(); ++nr) {
        const auto kolom = static_cast<lxw_col_t>(nr);
        auto uitkomst = LXW_NO_ERROR;
        if (const auto* getal = std::get_if<double>(&cellen[nr])) uitkomst = worksheet_write_number(m->blad, m->regel, kolom, *getal, nullptr);
        else if (const auto* tekst = std::get_if<std::string>(&cellen[nr]); tekst != nullptr && !tekst->empty()) uitkomst = worksheet_write_string(m->blad, m->regel, kolom, kort(*tekst).c_str(), nullptr);
        if (uitkomst != LXW_NO_ERROR) throw mislukt(lxw_strerror(uitkomst));
    }
    ++m->regel;
}

std::string Xlsxschrijver::sluit() {
    const auto uitkomst = workbook_close(std::exchange(m->boek, nullptr));
    if (uitkomst != LXW_NO_ERROR) throw mislukt(lxw_strerror(uitkomst));
    std::ifstream in(m->pad(), std::ios::binary);
    std::string uit{std::istreambuf_iterator<char>(in), {}};
    if (!in.eof() && in.fail()) throw mislukt("lezen");
    return uit;
}

}  // namespace damwand::tabel
