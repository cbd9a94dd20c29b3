// SPDX-License-Identifier: EUPL-1.2
// A plain main for fuzz targets: replays a folder of inputs, so that targets and corpus cannot rot.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv) {
    std::size_t aantal = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto& item : std::filesystem::recursive_directory_iterator(argv[i])) {
            if (!item.is_regular_file()) continue;
            std::ifstream in(item.path(), std::ios::binary);
            const std::vector<char> inhoud{std::istreambuf_iterator<char>(in), {}};
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(inhoud.data()), inhoud.size());
            ++aantal;
        }
    }
    std::printf("%zu inputs replayed\n", aantal);
    return aantal == 0 ? 1 : 0;
}
