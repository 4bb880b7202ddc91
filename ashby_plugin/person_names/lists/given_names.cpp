#include "person_names/lists/lists.hpp"

#include <algorithm>
#include <iterator>

namespace ashby::names {
namespace {

// clang-format would put each word on a line of its own.
// clang-format off
constexpr std::string_view kSpanishGivenNamesWords[] = {
    "adrian", "adriana", "afonso", "agustin", "aina", "ainhoa", "aitana", "aitor", "alan", "alba",
    "albert", "alberto", "alejandra", "alejandro", "alex", "alexis", "alfonso", "alfredo", "alicia",
    "aline", "almudena", "alvaro", "amaia", "amanda", "amparo", "ana", "anahi", "ander", "andoni",
    "andrea", "andres", "andreu", "angel", "angela", "angeles", "anibal", "antia", "antonia", "antonio",
    "anxo", "araceli", "arantxa", "aritz", "armando", "arnau", "arturo", "asier", "azucena", "beatriz",
    "begona", "belen", "benat", "benito", "bernardo", "berta", "bianca", "biel", "blanca", "brais",
    "brenda", "breogan", "bruna", "bruno", "caetano", "caio", "camila", "carla", "carles", "carlos",
    "carme", "carmen", "carolina", "catalina", "catarina", "cecilia", "celia", "cesar", "clara", "claudia",
    "claudio", "concepcion", "consuelo", "covadonga", "cristian", "cristiano", "cristina", "cristobal",
    "daniel", "daniela", "dario", "david", "debora", "diana", "diego", "dolores", "domingo", "duarte",
    "dulce", "edna", "edson", "eduard", "eduardo", "edurne", "ekaitz", "elaine", "elena", "elisa",
    "eloisa", "eloy", "emilia", "emilio", "emma", "encarnacion", "eneko", "enric", "enrique", "ernesto",
    "esmeralda", "esperanza", "esteban", "estela", "esther", "eugenia", "eva", "evelyn", "fabian", "fabio",
    "fabiola", "fatima", "federico", "felipe", "felix", "fermin", "fernanda", "fernando", "ferran",
    "filipe", "flavia", "flavio", "flor", "francisca", "francisco", "gabriel", "gabriela", "garazi",
    "gemma", "gerard", "gerardo", "german", "gilberto", "gilson", "gisela", "gloria", "goncalo", "gonzalo",
    "gorka", "graciela", "gregorio", "guadalupe", "guilherme", "guillem", "guillermo", "gustavo", "hector",
    "heitor", "henrique", "herminia", "hilda", "hugo", "humberto", "iago", "iara", "ibai", "ignacio",
    "igor", "iker", "ileana", "imanol", "imelda", "inaki", "ines", "inigo", "inmaculada", "irati", "irene",
    "isabel", "isabela", "isabella", "isidro", "ismael", "israel", "itzel", "itziar", "ivan", "ivo",
    "ivonne", "izaro", "jaime", "janaina", "jaume", "javier", "jesus", "jimena", "joan", "joao", "joaquim",
    "joaquin", "joel", "jokin", "jonathan", "jordi", "jorge", "jose", "joseba", "josefina", "josep",
    "josu", "juan", "juana", "julia", "julian", "juliana", "julio", "jussara", "karen", "karina", "kevin",
    "koldo", "laia", "larissa", "laura", "leandro", "leire", "leon", "leonardo", "leonor", "leticia",
    "lidia", "ligia", "liliana", "lionel", "lluc", "lluis", "lola", "lorea", "lorena", "lorenzo",
    "lourdes", "luana", "lucas", "lucero", "lucia", "luciana", "luciano", "luis", "luisa", "luiz", "luz",
    "macarena", "magdalena", "maialen", "maite", "manuel", "manuela", "marc", "marcela", "marcelo",
    "marcia", "marcio", "marcos", "margarida", "margarita", "maria", "mariana", "mariano", "maribel",
    "marina", "mario", "marisol", "marta", "martha", "martin", "mateo", "mateus", "matheus", "matias",
    "mauricio", "mayra", "mercedes", "meritxell", "michel", "michelle", "miguel", "mikel", "milagros",
    "milena", "milton", "mireia", "miren", "miriam", "mirna", "moacir", "moises", "monica", "montse",
    "montserrat", "nadia", "naiara", "nancy", "natalia", "nekane", "nelson", "nerea", "neymar", "nicolas",
    "noelia", "noemi", "norma", "nuno", "nuria", "octavio", "oier", "oihane", "olatz", "olga", "omar",
    "oriol", "orlando", "oscar", "osvaldo", "otavio", "pablo", "paloma", "pamela", "patricia", "pau",
    "paula", "paulo", "pedro", "penelope", "pilar", "pol", "priscila", "quim", "rafael", "rafaela",
    "ramiro", "ramon", "ramona", "raquel", "raul", "rebeca", "regina", "renan", "renata", "renato", "rene",
    "reynaldo", "ricardo", "rigoberta", "rigoberto", "rita", "roberta", "roberto", "rocio", "rodolfo",
    "rodrigo", "rogelio", "roger", "rogerio", "rolando", "romina", "ronaldo", "rosa", "rosalia", "rosana",
    "rosangela", "rosario", "roser", "roxana", "ruben", "rui", "sabela", "sabrina", "saioa", "salvador",
    "samuel", "sandra", "santiago", "sara", "saul", "sebastian", "selena", "sergio", "shakira", "sidney",
    "silvia", "simon", "simone", "sofia", "soledad", "sonia", "suely", "susana", "tania", "tatiana",
    "tatiane", "teodoro", "teresa", "thais", "thiago", "tiago", "tomas", "txomin", "unai", "uxia", "uxue",
    "valdir", "valentina", "valeria", "vanesa", "vanessa", "vasco", "veronica", "vicente", "victor",
    "victoria", "vinicius", "virginia", "vitor", "vladimir", "wagner", "walter", "wellington", "wilfredo",
    "wilson", "xabi", "xabier", "xavi", "xavier", "ximena", "xoan", "yesenia", "yolanda", "zoe", "zulema",
    "zurine"};

constexpr std::string_view kIberianOnlyGivenNamesWords[] = {
    "ainhoa", "aitana", "aitor", "alejandra", "alejandro", "almudena", "alvaro", "amaia", "ander",
    "andoni", "andres", "andreu", "anibal", "antia", "anxo", "arantxa", "aritz", "arnau", "arturo",
    "asier", "begona", "benat", "biel", "brais", "breogan", "carles", "carme", "cesar", "covadonga",
    "diego", "dolores", "eduardo", "edurne", "ekaitz", "encarnacion", "eneko", "enric", "enrique",
    "esteban", "felipe", "fermin", "fernanda", "fernando", "ferran", "francisca", "francisco", "garazi",
    "gerardo", "goncalo", "gonzalo", "gorka", "graciela", "guadalupe", "guillem", "guillermo", "gustavo",
    "humberto", "iago", "ibai", "ignacio", "iker", "imanol", "inaki", "inigo", "inmaculada", "irati",
    "isidro", "itziar", "izaro", "jaime", "jaume", "javier", "joao", "joaquim", "joaquin", "jokin",
    "jordi", "jorge", "jose", "joseba", "josefina", "josep", "josu", "juan", "juana", "koldo", "laia",
    "leire", "lluc", "lluis", "lorea", "luis", "luisa", "macarena", "maialen", "maite", "manuel",
    "mariano", "matias", "meritxell", "miguel", "mikel", "milagros", "mireia", "miren", "montse",
    "montserrat", "naiara", "nekane", "nerea", "nuno", "nuria", "oier", "oihane", "olatz", "oriol",
    "pablo", "paulo", "pedro", "pilar", "quim", "rafael", "ramiro", "ramon", "raul", "ricardo",
    "rigoberta", "rocio", "rodrigo", "rosario", "roser", "sabela", "saioa", "santiago", "tiago", "tomas",
    "txomin", "unai", "uxia", "uxue", "vanesa", "vicente", "xabi", "xabier", "xavi", "ximena", "xoan",
    "zurine"};

constexpr std::string_view kHungarianGivenNamesWords[] = {
    "adam", "agnes", "agoston", "akos", "andras", "andrea", "aniko", "anna", "aron", "arpad", "attila",
    "balazs", "balint", "barbara", "barnabas", "beata", "bela", "bence", "bernadett", "boglarka", "botond",
    "csaba", "csenge", "csilla", "csongor", "dalma", "daniel", "david", "denes", "dezso", "dora", "edina",
    "edit", "elemer", "emese", "endre", "eniko", "erika", "erzsebet", "eszter", "eva", "ferenc",
    "fruzsina", "gabor", "gabriella", "gellert", "gergely", "gergo", "geza", "gyongyi", "gyorgy", "gyula",
    "hajnalka", "henrietta", "hunor", "ibolya", "ildiko", "ilona", "imre", "istvan", "janka", "janos",
    "jeno", "jolan", "jozsef", "judit", "julia", "kalman", "karoly", "katalin", "kinga", "koppany",
    "krisztian", "krisztina", "lajos", "laszlo", "levente", "lilla", "lorand", "lorinc", "magdolna",
    "margit", "maria", "marta", "martina", "mate", "matyas", "melinda", "mihaly", "miklos", "monika",
    "nandor", "nikolett", "noemi", "nora", "norbert", "odon", "orsolya", "pal", "panna", "peter",
    "piroska", "reka", "rezso", "richard", "robert", "roland", "sandor", "sarolta", "szabina", "szabolcs",
    "szilard", "szilvia", "tamas", "terez", "tibor", "tihamer", "timea", "tivadar", "tunde", "vencel",
    "veronika", "viktor", "viktoria", "vilmos", "zoltan", "zsanett", "zsigmond", "zsofi", "zsofia",
    "zsolt", "zsombor", "zsuzsa", "zsuzsanna", "zsuzsi"};

constexpr std::string_view kHungarianOnlyGivenNamesWords[] = {
    "agoston", "akos", "andras", "aniko", "arpad", "attila", "balazs", "barnabas", "bela", "bence",
    "boglarka", "botond", "csaba", "csenge", "csilla", "csongor", "dalma", "denes", "dezso", "elemer",
    "emese", "endre", "eniko", "erzsebet", "eszter", "ferenc", "fruzsina", "gabor", "gellert", "gergely",
    "gergo", "geza", "gyongyi", "gyorgy", "gyula", "hajnalka", "hunor", "ibolya", "ildiko", "ilona",
    "imre", "istvan", "janka", "janos", "jeno", "jolan", "jozsef", "kalman", "karoly", "katalin",
    "koppany", "krisztian", "krisztina", "lajos", "laszlo", "levente", "lorand", "lorinc", "magdolna",
    "matyas", "mihaly", "miklos", "nandor", "nikolett", "odon", "orsolya", "panna", "piroska", "reka",
    "rezso", "sandor", "sarolta", "szabina", "szabolcs", "szilard", "szilvia", "tamas", "terez", "tibor",
    "tihamer", "timea", "tivadar", "tunde", "vencel", "vilmos", "zoltan", "zsanett", "zsigmond", "zsofi",
    "zsofia", "zsolt", "zsombor", "zsuzsa", "zsuzsanna", "zsuzsi"};

constexpr std::string_view kJapaneseGivenNamesWords[] = {
    "akihiko", "akihiro", "akihito", "akiko", "akio", "akira", "atsuko", "atsushi", "ayako", "ayumi",
    "chiyo", "daichi", "daiki", "daisuke", "eiji", "eiko", "etsuko", "fumiko", "fumio", "goro", "hajime",
    "haruka", "haruki", "haruko", "haruto", "hayao", "hayato", "hideaki", "hideki", "hideko", "hideo",
    "hiroaki", "hirofumi", "hiroki", "hiroko", "hiroshi", "hiroto", "hiroyuki", "hisako", "hisashi",
    "hitomi", "hitoshi", "ichiro", "isamu", "isao", "itsuki", "jiro", "junichi", "junichiro", "junko",
    "kaito", "kanako", "kaori", "katsuhiko", "katsumi", "katsuya", "kazuhiko", "kazuhiro", "kazuki",
    "kazuko", "kazuo", "kazuya", "keigo", "keiichi", "keiji", "keiko", "keisuke", "kenichi", "kenji",
    "kenjiro", "kenta", "kentaro", "kenzo", "kimiko", "kinuko", "kiyoko", "kiyoshi", "kohei", "koichi",
    "koji", "kosuke", "kotaro", "kumiko", "kunihiko", "kyohei", "kyoko", "makoto", "mamoru", "manabu",
    "mariko", "masaaki", "masafumi", "masahiko", "masahiro", "masaki", "masako", "masami", "masanori",
    "masao", "masaru", "masashi", "masato", "masaya", "mayuko", "mayumi", "megumi", "michiko", "midori",
    "mieko", "mikiko", "mikio", "minako", "minoru", "misaki", "mitsuko", "mitsuo", "mitsuru", "miwako",
    "miyako", "miyuki", "mizuki", "momoko", "motoko", "nanako", "naoki", "naoko", "naoya", "naoyuki",
    "natsuki", "natsuko", "natsumi", "noboru", "nobuko", "nobuo", "nobuyuki", "noriko", "norio",
    "noriyuki", "osamu", "reiko", "rikako", "rintaro", "ryohei", "ryoichi", "ryoko", "ryosuke", "ryota",
    "ryotaro", "ryuichi", "saburo", "sachiko", "sadako", "satoko", "satomi", "satoru", "satoshi", "sayaka",
    "sayuri", "seiichi", "seiji", "setsuko", "shigeki", "shigeko", "shigeru", "shinichi", "shinichiro",
    "shinji", "shinjiro", "shinobu", "shinsuke", "shintaro", "shinya", "shinzo", "shizuko", "shogo",
    "shohei", "shoichi", "shoji", "shota", "shotaro", "shuhei", "shuichi", "shuji", "shunsuke", "sosuke",
    "sumiko", "susumu", "tadao", "tadashi", "taichi", "takaaki", "takahiro", "takako", "takanori", "takao",
    "takashi", "takayuki", "takehiko", "takeo", "takeru", "takeshi", "takuma", "takumi", "takuya",
    "tamotsu", "taro", "tatsuo", "tatsuya", "teruo", "tetsuo", "tetsuro", "tetsuya", "tokiko", "tomohiro",
    "tomoko", "tomomi", "tomoya", "tomoyuki", "toru", "toshiaki", "toshihiko", "toshiko", "toshio",
    "toshiro", "toshiyuki", "tsutomu", "tsuyoshi", "wataru", "yasuhiro", "yasuko", "yasuo", "yasushi",
    "yohei", "yoichi", "yoko", "yoshiaki", "yoshie", "yoshihiko", "yoshihiro", "yoshiko", "yoshimi",
    "yoshinori", "yoshio", "yoshito", "yoshiyuki", "yosuke", "yuichi", "yuichiro", "yuji", "yukari",
    "yukie", "yukiko", "yukio", "yumiko", "yuriko", "yusaku", "yusuke", "yutaka", "yuto", "yuzuki"};

// clang-format on

static_assert(std::is_sorted(std::begin(kSpanishGivenNamesWords), std::end(kSpanishGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kIberianOnlyGivenNamesWords), std::end(kIberianOnlyGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kHungarianGivenNamesWords), std::end(kHungarianGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kHungarianOnlyGivenNamesWords),
                             std::end(kHungarianOnlyGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kJapaneseGivenNamesWords), std::end(kJapaneseGivenNamesWords)));

}  // namespace

const WordList kSpanishGivenNames{kSpanishGivenNamesWords, std::size(kSpanishGivenNamesWords)};
const WordList kIberianOnlyGivenNames{kIberianOnlyGivenNamesWords, std::size(kIberianOnlyGivenNamesWords)};
const WordList kHungarianGivenNames{kHungarianGivenNamesWords, std::size(kHungarianGivenNamesWords)};
const WordList kHungarianOnlyGivenNames{kHungarianOnlyGivenNamesWords,
                                        std::size(kHungarianOnlyGivenNamesWords)};
const WordList kJapaneseGivenNames{kJapaneseGivenNamesWords, std::size(kJapaneseGivenNamesWords)};

}  // namespace ashby::names
