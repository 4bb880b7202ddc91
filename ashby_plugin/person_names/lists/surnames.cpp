#include "person_names/lists/lists.hpp"

#include <algorithm>
#include <iterator>

namespace ashby::names {
namespace {

// clang-format would put each word on a line of its own.
// clang-format off
constexpr std::string_view kSpanishSurnamesWords[] = {
    "abad", "abreu", "acosta", "agirre", "agudo", "aguera", "aguiar", "aguilar", "aguilera", "aguirre",
    "alarcon", "alcantara", "aleixandre", "alemany", "allende", "almeida", "alonso", "altes", "alvarez",
    "alves", "amado", "amaral", "amorim", "andrade", "andreu", "angulo", "antunes", "aquino", "aranda",
    "arango", "arantes", "araujo", "arce", "arellano", "arevalo", "arias", "armas", "arriaga", "arrieta",
    "arrizabalaga", "arroyo", "arteta", "artigas", "asensio", "assis", "aveiro", "avila", "ayala",
    "aylwin", "azcarate", "azevedo", "azkue", "aznar", "bachelet", "baez", "balaguer", "balboa",
    "balcells", "ballesteros", "bandeira", "barbera", "barbosa", "bardem", "barea", "barrera", "barrio",
    "barrios", "barros", "barroso", "bartra", "bastos", "batista", "batlle", "bautista", "bello",
    "belmonte", "beltran", "benavente", "benavides", "benitez", "berlanga", "bermudez", "bernabeu",
    "bernal", "bertran", "betancourt", "betancur", "bezerra", "bittencourt", "blanco", "blasco", "boix",
    "bolivar", "boluarte", "bonet", "borges", "boric", "bosque", "braganca", "brandao", "bravo", "briceno",
    "brito", "bueno", "bukele", "burgos", "busquets", "bustamante", "bustos", "caballero", "cabral",
    "cabrera", "caceres", "calado", "caldeira", "calderon", "calle", "calleja", "calvo", "camacho",
    "camara", "campos", "camps", "canales", "canet", "cano", "cantu", "capdevila", "carbonell", "cardenas",
    "cardona", "cardoso", "carmona", "carneiro", "caro", "carranco", "carranza", "carrasco", "carreno",
    "carrera", "carreras", "carrero", "carrillo", "carrion", "carvalho", "casado", "casals", "casas",
    "castillo", "castro", "cavalcanti", "cazorla", "ceballos", "cebrian", "cerda", "cervantes", "cervera",
    "chacon", "chavez", "cisneros", "claramunt", "clavero", "codina", "coelho", "colau", "coll", "colom",
    "colomer", "comas", "contreras", "cordero", "cordoba", "cordova", "coronado", "corral", "corrales",
    "correa", "correia", "cortes", "costa", "cota", "crespi", "crespo", "cruz", "cuadrado", "cuellar",
    "cuenca", "cuesta", "cueva", "cunha", "dalmau", "davalos", "delgado", "dias", "diaz", "diez",
    "domingues", "dominguez", "donoso", "duarte", "duenas", "duran", "echenique", "echeverria", "egea",
    "elizalde", "elizondo", "elorza", "emery", "enriquez", "escamilla", "escobar", "escriva", "escudero",
    "espasa", "espejo", "espinosa", "espinoza", "esteban", "esteve", "esteves", "estevez", "estrada",
    "etcheverry", "etxebarria", "etxeberria", "etxegoien", "exposito", "fabra", "fabregas", "fajardo",
    "falcon", "faria", "farias", "farre", "feijoo", "feliu", "fernandes", "fernandez", "ferreira",
    "ferreiro", "ferrer", "figueiredo", "figueras", "figueroa", "flores", "fonseca", "font", "fontana",
    "frei", "freitas", "frias", "fuentes", "fujimori", "galan", "galindo", "gallardo", "gallego",
    "gallegos", "galvan", "gamboa", "gamez", "gaos", "garay", "garcia", "garrido", "garza", "garzon",
    "gasol", "gasset", "gassol", "gaviria", "gil", "gimenez", "giner", "giron", "godoy", "gomes", "gomez",
    "goncalves", "goni", "gonzales", "gonzalez", "gorostiaga", "gouveia", "gracia", "granados", "grau",
    "griera", "guardiola", "guedes", "guerra", "guerreiro", "guerrero", "guevara", "guillen", "guimaraes",
    "gutierres", "gutierrez", "guzman", "haro", "henriques", "heredia", "hernandez", "hernando", "herrera",
    "herrero", "hidalgo", "hinojosa", "hoyos", "huaman", "huerta", "humala", "hurtado", "ibanez", "ibarra",
    "iborra", "iglesias", "inarritu", "infante", "iniesta", "iriarte", "irigoyen", "izquierdo", "jara",
    "jaramillo", "jardim", "jeria", "jimenez", "jorda", "jover", "juarez", "junquera", "junqueras",
    "jurado", "kirchner", "laborda", "lagos", "landa", "laporta", "larrea", "lasa", "lasso", "latorre",
    "leal", "leite", "leiva", "lemos", "leon", "lerena", "lerma", "leyva", "lima", "linares", "lins",
    "llamas", "llopis", "llorente", "llosa", "lluch", "llull", "lobato", "lopes", "lopez", "lorca",
    "losada", "loureiro", "lozano", "lugo", "lujan", "luna", "luque", "macedo", "machado", "macias",
    "macri", "madero", "maduro", "magalhaes", "malagon", "maldonado", "mallorca", "mamani", "manrique",
    "manzano", "maradona", "maragall", "marimon", "marin", "marques", "marquez", "marrero", "marti",
    "martinez", "martinho", "martins", "martos", "masip", "massa", "mateos", "matos", "maura", "mebarak",
    "medeiros", "medina", "meireles", "mejia", "melendez", "mello", "melo", "mendes", "mendez", "mendiola",
    "mendoza", "menendez", "meneses", "menezes", "mercado", "merino", "mesa", "mesquita", "messi",
    "mestre", "meza", "milei", "mir", "miranda", "miro", "molina", "molins", "moncada", "monge", "monroy",
    "monteiro", "montero", "montes", "montoya", "monzo", "mora", "morales", "morato", "moreira", "moreno",
    "moros", "mota", "moura", "mourinho", "moutinho", "moya", "mujica", "munar", "muniz", "munoz",
    "murcia", "murillo", "nadal", "naharro", "naranjo", "narvaez", "nascimento", "navarro", "neruda",
    "neves", "nieto", "noboa", "nobrega", "nogales", "nogueira", "noguera", "nogues", "noriega", "novoa",
    "nunes", "nunez", "ocampo", "ochoa", "olaizola", "olano", "oliva", "olive", "oliveira", "oller",
    "olmedo", "olmos", "olvera", "ordonez", "orellana", "oropesa", "orozco", "ortega", "ortiz", "osorio",
    "ossorio", "otegi", "otero", "oviedo", "pacheco", "padilla", "paez", "paiva", "paixao", "palacios",
    "palau", "palma", "palomino", "palou", "pantoja", "paramo", "pardo", "paredes", "parejo", "parera",
    "parra", "passos", "pastor", "pastrana", "pavon", "pedraza", "pedrosa", "peixoto", "pena", "penalver",
    "peralta", "pereira", "peres", "perez", "petro", "picasso", "pimenta", "pimentel", "pineda", "pinera",
    "pinheiro", "pintado", "pinto", "pique", "piquer", "pires", "pizarro", "ponce", "pons", "porras",
    "portela", "portillo", "porto", "posada", "pou", "pradera", "prado", "prates", "prats", "prieto",
    "puente", "puerta", "puig", "puigdemont", "pujol", "puyol", "queiroz", "quevedo", "quilez", "quinones",
    "quintana", "quintela", "quintero", "quiroga", "quiroz", "quispe", "rajoy", "ramirez", "ramos",
    "rangel", "redondo", "reina", "reis", "renteria", "requena", "resende", "restrepo", "reyes", "reyna",
    "rezende", "ribas", "ribeiro", "ribera", "ricart", "rico", "riera", "rincon", "rios", "ripoll",
    "riquelme", "rius", "rivas", "rivera", "rivero", "robles", "roca", "rocha", "rodrigues", "rodriguez",
    "roig", "rojas", "rojo", "roldan", "romero", "romeu", "rosales", "rosas", "rosell", "rosello",
    "rossell", "roura", "rovira", "roviralta", "ruano", "rubio", "rueda", "ruiz", "ruvalcaba", "saavedra",
    "sabater", "sabina", "saez", "sainz", "sala", "salas", "salazar", "salcedo", "saldana", "salgado",
    "salinas", "sampaio", "sampedro", "samper", "sanabria", "sancha", "sanchez", "sanchis", "sancho",
    "sandoval", "sanjuan", "santacruz", "santana", "santillan", "santisteban", "santos", "sanz", "saraiva",
    "saura", "seabra", "segarra", "segovia", "segui", "segura", "sepulveda", "sequeira", "serra",
    "serrano", "serrao", "serrat", "sert", "sheinbaum", "sierra", "silva", "simoes", "siqueira", "sirvent",
    "soares", "sobrino", "solano", "sole", "soler", "solis", "solorzano", "somoza", "soriano", "sosa",
    "soto", "sousa", "souza", "suarez", "subirats", "taboada", "talavera", "tamayo", "tapia", "tapies",
    "tarrega", "tavares", "tavora", "teixeira", "tejada", "tejedor", "tejero", "tellez", "tello", "teruel",
    "toledo", "toral", "torra", "torrent", "torrents", "torres", "torrijos", "tortosa", "tous", "tovar",
    "tramullas", "trevino", "trias", "trindade", "troncoso", "trujillo", "tudela", "ubeda", "ulloa",
    "umana", "unzue", "urbina", "urena", "uriarte", "uribarri", "uribe", "urquiza", "urrutia", "vaca",
    "valdes", "valdez", "valdivia", "valente", "valenzuela", "valero", "valle", "vallejo", "valls",
    "valverde", "vaquero", "varela", "vargas", "vasconcelos", "vasquez", "vaz", "vazquez", "vega",
    "velarde", "velasco", "velasquez", "velez", "veloso", "ventura", "verdu", "vergara", "vial", "viana",
    "vidal", "viegas", "vieira", "vila", "vilalta", "vilela", "villa", "villalba", "villalobos",
    "villanueva", "villar", "villarreal", "villaverde", "villegas", "vives", "vizcarra", "xirau", "yague",
    "yanez", "yepes", "zabala", "zabaleta", "zaldivar", "zambrano", "zamora", "zapata", "zapatero",
    "zaragoza", "zavala", "zorrilla", "zubeldia", "zubiri", "zuluaga", "zuniga", "zurita"};

constexpr std::string_view kVietnameseSurnamesWords[] = {
    "bui", "cao", "chau", "chu", "dam", "dang", "dao", "diep", "dinh", "do", "doan", "dong", "duong",
    "giang", "ha", "ho", "hoang", "huynh", "khuat", "khuc", "kieu", "lai", "lam", "le", "lieu", "luong",
    "luu", "ly", "nghiem", "ngo", "nguyen", "nong", "ong", "pham", "phan", "phung", "quach", "quan", "ta",
    "tang", "thach", "thai", "tieu", "ton", "tong", "tran", "trieu", "trinh", "truong", "tu", "ung", "vo",
    "vu", "vuong"};

constexpr std::string_view kChineseAndKoreanSurnamesWords[] = {
    "ahn", "ai", "an", "ang", "au", "bae", "baek", "bai", "baik", "bak", "ban", "bang", "bong", "byun",
    "cai", "cao", "cha", "chae", "chan", "chang", "cheah", "chee", "chen", "cheng", "cheon", "cheong",
    "chern", "cheung", "chia", "chiang", "chin", "chiu", "cho", "choe", "choi", "chong", "choo", "choung",
    "chow", "choy", "chu", "chua", "chui", "chun", "chung", "cui", "dai", "deng", "ding", "dong", "du",
    "fan", "fang", "feng", "fok", "fong", "foo", "foong", "fu", "fung", "gan", "gao", "gim", "goh", "gong",
    "gu", "guan", "gui", "guo", "gwak", "gwon", "ha", "han", "hao", "he", "heng", "heo", "heung", "ho",
    "hong", "hou", "hsiao", "hsieh", "hsu", "hu", "huan", "huang", "hui", "hur", "hwang", "hyun", "im",
    "ip", "jang", "jegal", "jeon", "jeong", "jeung", "ji", "jia", "jian", "jiang", "jin", "jo", "joh",
    "joo", "ju", "jung", "kam", "kang", "kao", "kho", "khoo", "khor", "ki", "kil", "kim", "ko", "koh",
    "kong", "koo", "kuan", "kuang", "kung", "kuo", "kwa", "kwak", "kwan", "kwek", "kwok", "kwon", "kwong",
    "lai", "lam", "lang", "lao", "lau", "lee", "lei", "leung", "lew", "li", "liang", "liao", "liaw",
    "liew", "lim", "lin", "ling", "liong", "liu", "lo", "loh", "loke", "long", "loo", "looi", "low", "lu",
    "lui", "luk", "luo", "ma", "maeng", "mah", "mak", "mao", "meng", "mo", "mok", "moon", "myung", "nah",
    "nam", "namgung", "namkung", "neo", "ng", "ngai", "nie", "ning", "noh", "oei", "oh", "ong", "ooi",
    "ou", "ouyang", "paik", "pak", "pan", "pang", "park", "pei", "peng", "phang", "phua", "poon", "pua",
    "pyo", "qi", "qian", "qin", "qiu", "qu", "quan", "quek", "ren", "rhee", "roh", "ruan", "ryu", "seah",
    "seo", "seok", "seong", "seow", "sha", "shao", "shen", "sheng", "shi", "shim", "shin", "shu", "sia",
    "sim", "sima", "sin", "sit", "situ", "siu", "soh", "sohn", "son", "song", "soo", "soong", "sou", "su",
    "suh", "sui", "sun", "sung", "sze", "szeto", "tai", "tak", "tam", "tan", "tang", "tao", "tay", "tee",
    "teh", "teng", "teo", "teoh", "tham", "thong", "tian", "tien", "ting", "tiong", "toh", "tong", "toong",
    "tsai", "tsang", "tse", "tseng", "tsui", "tu", "tung", "uhm", "um", "wai", "wan", "wang", "wat", "wee",
    "wei", "wen", "weng", "won", "wong", "woo", "wu", "xi", "xia", "xiao", "xie", "xin", "xing", "xiong",
    "xu", "xue", "yam", "yan", "yang", "yao", "yap", "yau", "yee", "yen", "yeo", "yeoh", "yeom", "yeung",
    "yew", "yi", "yik", "yim", "yin", "ying", "yip", "yiu", "yong", "yoo", "yoon", "you", "yu", "yuan",
    "yue", "yuen", "yuk", "yum", "yun", "yung", "zeng", "zha", "zhan", "zhang", "zhao", "zhen", "zheng",
    "zhong", "zhou", "zhu", "zhuang", "zhuge", "zong", "zou", "zuo"};

constexpr std::string_view kAlsoWesternGivenNamesWords[] = {
    "an", "ang", "dai", "do", "gan", "han", "jin", "ki", "kim", "le", "lee", "lin", "long", "low", "sim",
    "sin", "tan", "you", "young"};

constexpr std::string_view kJapaneseSurnamesWords[] = {
    "abe", "akagi", "akiyama", "amano", "ando", "aoki", "arai", "araki", "asano", "aso", "chiba",
    "ebisawa", "egawa", "endo", "fujii", "fujikawa", "fujimoto", "fujioka", "fujita", "fujiwara", "fukuda",
    "fukui", "fukushima", "furukawa", "furuya", "goto", "hamada", "hamaguchi", "harada", "haruyama",
    "hasegawa", "hashimoto", "hattori", "hayakawa", "hayashi", "higuchi", "hirai", "hirano", "hirata",
    "hirayama", "hirose", "homma", "honda", "horie", "hoshino", "hosokawa", "ichikawa", "igarashi", "iida",
    "ikeda", "imai", "imamura", "inaba", "inagaki", "inoue", "ishida", "ishihara", "ishii", "ishikawa",
    "isobe", "ito", "iwamoto", "iwasaki", "iwata", "kagawa", "kamada", "kamei", "kanai", "kanda", "kaneko",
    "kashiwagi", "katayama", "kato", "katsura", "kawabata", "kawaguchi", "kawai", "kawakami", "kawamura",
    "kawasaki", "kawashima", "kawata", "kikuchi", "kimura", "kinoshita", "kishida", "kitamura", "kitano",
    "kiyama", "kobayashi", "koda", "koike", "koizumi", "kojima", "komatsu", "komiya", "kondo", "konishi",
    "kono", "koshiba", "koyama", "kubo", "kubota", "kudo", "kumagai", "kuno", "kurata", "kuribayashi",
    "kuroda", "kurosawa", "kusano", "kuwata", "machida", "maeda", "makino", "maruyama", "masuda",
    "matsubara", "matsuda", "matsui", "matsumoto", "matsumura", "matsunaga", "matsuo", "matsuoka",
    "matsushita", "matsuzaki", "minami", "mishima", "mitsui", "miura", "miyake", "miyamoto", "miyashita",
    "miyata", "miyazaki", "mizuguchi", "mizuno", "mochizuki", "mori", "morikawa", "morimoto", "morinaga",
    "morita", "moriyama", "motoyama", "murakami", "muraoka", "murata", "murayama", "muto", "nagai",
    "nagano", "nagasaki", "nagata", "naito", "nakagawa", "nakahara", "nakajima", "nakamura", "nakanishi",
    "nakano", "nakao", "nakata", "nakayama", "narita", "negishi", "niimi", "nishida", "nishikawa",
    "nishimura", "nishiyama", "nishizawa", "noda", "nogami", "noguchi", "nomura", "nonaka", "obata", "oda",
    "odagiri", "ogata", "ogawa", "oguri", "ohara", "ohno", "ohtani", "oishi", "okada", "okamoto",
    "okamura", "okazaki", "okubo", "onishi", "ono", "onoda", "osaki", "osawa", "oshima", "ota", "otani",
    "otsuka", "oyama", "ozaki", "ozawa", "saito", "sakai", "sakamoto", "sakurai", "sano", "sasaki", "sato",
    "sawada", "sekiguchi", "shibata", "shibuya", "shimada", "shimamura", "shimazaki", "shimizu", "shinoda",
    "shinohara", "shirai", "sonoda", "suda", "sugawara", "sugimoto", "sugita", "sugiura", "sugiyama",
    "sumida", "suzuki", "takada", "takagi", "takahashi", "takahata", "takano", "takashima", "takayama",
    "takeda", "takemoto", "takemura", "takeuchi", "takizawa", "tamai", "tamaki", "tamura", "tanabe",
    "tanaka", "taniguchi", "terada", "terauchi", "togo", "tokugawa", "tominaga", "tomita", "toyoda",
    "toyota", "tsuchiya", "tsuda", "tsuji", "tsukada", "tsukamoto", "tsutsumi", "uchida", "ueda", "uehara",
    "ueki", "uemura", "ueno", "umeda", "urata", "usui", "wada", "wakabayashi", "watanabe", "yagi",
    "yamada", "yamagata", "yamaguchi", "yamakawa", "yamamoto", "yamanaka", "yamane", "yamaoka",
    "yamashita", "yamauchi", "yamazaki", "yanagi", "yano", "yasuda", "yasui", "yokota", "yokoyama",
    "yonekura", "yoshida", "yoshikawa", "yoshimura", "yoshioka", "yuasa"};

constexpr std::string_view kHungarianSurnamesWords[] = {
    "acs", "antal", "bako", "bakos", "balazs", "balint", "balla", "balogh", "banfi", "baranyi", "barta",
    "bartok", "bencze", "berki", "biro", "bodnar", "bognar", "borbely", "budai", "csaszar", "cseh",
    "csizmadia", "csonka", "deak", "dobos", "dudas", "erdelyi", "erdos", "farago", "farkas", "fazekas",
    "fekete", "fodor", "foldi", "fulop", "gaal", "gal", "gaspar", "goncz", "gulyas", "gyarmati", "hajdu",
    "halasz", "hegedus", "hegyi", "herczeg", "horvath", "illes", "jakab", "jozsa", "juhasz", "kadar",
    "kalmar", "kardos", "karolyi", "karpati", "katona", "kelemen", "kerekes", "kertesz", "kiraly", "kis",
    "kiss", "kocsis", "konya", "korosi", "kovacs", "kovats", "kozma", "lakatos", "laszlo", "lengyel",
    "lukacs", "magyar", "malyi", "marton", "matrai", "meszaros", "mezei", "mikulas", "mohacsi", "molnar",
    "nagy", "nemes", "nemeth", "nyilasi", "nyiri", "olah", "orban", "orosz", "orsos", "pal", "pallagi",
    "pap", "papp", "pasztor", "pataki", "pinter", "polgar", "puskas", "racz", "rakosi", "ruttkai",
    "sandor", "santha", "sarkozi", "schmitt", "sipos", "solymosi", "somlo", "somogyi", "soos", "suto",
    "szabo", "szalai", "szalay", "szanto", "szasz", "szekely", "szeles", "szendrei", "szentgyorgyi",
    "szigeti", "szijjarto", "szilagyi", "szoke", "szollosi", "szucs", "takacs", "tamas", "tarjan",
    "teleki", "toldi", "torok", "toth", "turi", "ujvari", "vadasz", "vajda", "vamos", "varadi", "varga",
    "vari", "varkonyi", "vass", "veres", "veress", "vida", "vincze", "voros", "zsiga"};

// clang-format on

static_assert(std::is_sorted(std::begin(kSpanishSurnamesWords), std::end(kSpanishSurnamesWords)));
static_assert(std::is_sorted(std::begin(kVietnameseSurnamesWords), std::end(kVietnameseSurnamesWords)));
static_assert(std::is_sorted(std::begin(kChineseAndKoreanSurnamesWords),
                             std::end(kChineseAndKoreanSurnamesWords)));
static_assert(std::is_sorted(std::begin(kAlsoWesternGivenNamesWords), std::end(kAlsoWesternGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kJapaneseSurnamesWords), std::end(kJapaneseSurnamesWords)));
static_assert(std::is_sorted(std::begin(kHungarianSurnamesWords), std::end(kHungarianSurnamesWords)));

}  // namespace

const WordList kSpanishSurnames{kSpanishSurnamesWords, std::size(kSpanishSurnamesWords)};
const WordList kVietnameseSurnames{kVietnameseSurnamesWords, std::size(kVietnameseSurnamesWords)};
const WordList kChineseAndKoreanSurnames{kChineseAndKoreanSurnamesWords,
                                         std::size(kChineseAndKoreanSurnamesWords)};
const WordList kAlsoWesternGivenNames{kAlsoWesternGivenNamesWords, std::size(kAlsoWesternGivenNamesWords)};
const WordList kJapaneseSurnames{kJapaneseSurnamesWords, std::size(kJapaneseSurnamesWords)};
const WordList kHungarianSurnames{kHungarianSurnamesWords, std::size(kHungarianSurnamesWords)};

}  // namespace ashby::names
