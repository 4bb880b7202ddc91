#include "mapping/names/lists.hpp"

#include <algorithm>
#include <iterator>

namespace ashby::names {
namespace {

// clang-format would put each word on a line of its own.
// clang-format off
constexpr std::string_view kSpanishSurnamesWords[] = {
    "acosta", "aguilar", "aguilera", "aguirre", "alarcon", "allende", "almeida", "alvarez", "alves",
    "amaral", "andrade", "antunes", "aranda", "arango", "araujo", "arce", "arellano", "arias", "arroyo",
    "avila", "azevedo", "aznar", "ballesteros", "barbosa", "barrera", "barrios", "barros", "barroso",
    "batista", "beltran", "benitez", "bernal", "bolivar", "borges", "busquets", "bustamante", "caballero",
    "cabrera", "calderon", "calvo", "camacho", "campos", "cano", "cantu", "cardenas", "cardoso", "carmona",
    "carranza", "carrasco", "carrillo", "carvalho", "casado", "casas", "castillo", "castro", "cervantes",
    "chavez", "cisneros", "coelho", "contreras", "cordero", "cordoba", "cordova", "correa", "correia",
    "cortes", "costa", "crespo", "cruz", "cuellar", "cuesta", "cunha", "delgado", "diaz", "diez",
    "dominguez", "duarte", "duran", "echeverria", "elizondo", "enriquez", "escamilla", "escobar",
    "escudero", "espinosa", "espinoza", "esteban", "estevez", "estrada", "exposito", "fernandes",
    "fernandez", "ferreira", "ferrer", "figueiredo", "figueroa", "flores", "fonseca", "freitas", "fuentes",
    "galan", "gallardo", "gallego", "gallegos", "galvan", "garcia", "garrido", "garza", "gimenez", "gomes",
    "gomez", "goncalves", "gonzalez", "granados", "guerra", "guerrero", "guevara", "guillen", "guzman",
    "heredia", "hernandez", "herrera", "herrero", "hidalgo", "huaman", "huerta", "ibanez", "ibarra",
    "iglesias", "iniesta", "jimenez", "juarez", "leyva", "lima", "linares", "llosa", "lopes", "lopez",
    "lorca", "lozano", "lugo", "luque", "machado", "macias", "magalhaes", "maldonado", "mamani", "marin",
    "marques", "marquez", "martinez", "martins", "mateos", "matos", "medina", "mejia", "melendez", "melo",
    "mendes", "mendez", "mendoza", "menendez", "merino", "messi", "meza", "miranda", "molina", "monroy",
    "monteiro", "montero", "montes", "montoya", "morales", "moreira", "moreno", "moura", "munoz",
    "murillo", "nadal", "narvaez", "nascimento", "navarro", "neruda", "neves", "nieto", "nogueira",
    "nunes", "nunez", "ocampo", "ochoa", "oliva", "oliveira", "olvera", "orozco", "ortega", "ortiz",
    "osorio", "otero", "pacheco", "padilla", "palacios", "pardo", "paredes", "parera", "parra", "pena",
    "peralta", "pereira", "perez", "picasso", "pineda", "pinto", "pires", "ponce", "portillo", "prieto",
    "puyol", "quintana", "quintero", "quiroz", "quispe", "rajoy", "ramirez", "ramos", "rangel", "redondo",
    "renteria", "restrepo", "reyes", "ribeiro", "rios", "rivas", "rivera", "rivero", "robles", "roca",
    "rocha", "rodrigues", "rodriguez", "rojas", "roldan", "romero", "rosales", "rosas", "rovira", "ruano",
    "rubio", "ruiz", "ruvalcaba", "saavedra", "saez", "sainz", "salas", "salazar", "saldana", "salinas",
    "sanchez", "sancho", "sandoval", "santana", "santos", "sanz", "segura", "sepulveda", "serrano",
    "sierra", "silva", "simoes", "solano", "soler", "solis", "soriano", "sosa", "soto", "sousa", "souza",
    "suarez", "tapia", "tavares", "teixeira", "tellez", "tello", "toledo", "torres", "tovar", "trevino",
    "trujillo", "urena", "uribe", "urrutia", "valdes", "valdez", "valenzuela", "valero", "vallejo",
    "varela", "vargas", "vasquez", "vazquez", "vega", "velasco", "velasquez", "velez", "vidal", "vieira",
    "vila", "villanueva", "villar", "villarreal", "villegas", "yanez", "zamora", "zapata", "zapatero",
    "zavala", "zuluaga", "zuniga"};

constexpr std::string_view kSpanishGivenNamesWords[] = {
    "adrian", "adriana", "afonso", "agustin", "alba", "alberto", "alejandra", "alejandro", "alfonso",
    "alfredo", "alicia", "aline", "alvaro", "amparo", "ana", "andrea", "andres", "angel", "angela",
    "angeles", "antonia", "antonio", "armando", "arturo", "beatriz", "belen", "benito", "bernardo",
    "bianca", "blanca", "bruno", "caio", "camila", "carla", "carlos", "carmen", "carolina", "catalina",
    "catarina", "cecilia", "cesar", "clara", "claudia", "concepcion", "consuelo", "cristian", "cristina",
    "cristobal", "daniel", "daniela", "david", "diana", "diego", "dolores", "domingo", "duarte", "eduardo",
    "elena", "elisa", "eloy", "emilia", "emilio", "emma", "enrique", "ernesto", "esperanza", "esteban",
    "esther", "eugenia", "eva", "fabian", "federico", "felipe", "felix", "fernanda", "fernando", "filipe",
    "flavia", "francisca", "francisco", "gabriel", "gabriela", "gerardo", "german", "gloria", "goncalo",
    "gonzalo", "graciela", "gregorio", "guadalupe", "guilherme", "guillermo", "gustavo", "hector",
    "henrique", "hugo", "humberto", "ignacio", "ines", "irene", "isabel", "isabela", "isabella", "ismael",
    "ivan", "jaime", "javier", "jesus", "joao", "joaquim", "joaquin", "jorge", "jose", "josefina", "juan",
    "juana", "julia", "julian", "juliana", "julio", "larissa", "laura", "leonardo", "leonor", "leticia",
    "lidia", "lionel", "lorena", "lorenzo", "lourdes", "luana", "lucas", "lucia", "luis", "luisa", "luiz",
    "luz", "manuel", "manuela", "marcelo", "marcos", "margarida", "margarita", "maria", "mariana",
    "mariano", "mario", "marta", "martin", "mateo", "mateus", "matias", "mercedes", "miguel", "milagros",
    "monica", "montserrat", "natalia", "nicolas", "norma", "nuno", "nuria", "olga", "oscar", "pablo",
    "paloma", "patricia", "paula", "paulo", "pedro", "penelope", "pilar", "rafael", "ramiro", "ramon",
    "raquel", "raul", "rebeca", "renata", "ricardo", "rita", "roberto", "rocio", "rodrigo", "rosa",
    "rosario", "ruben", "rui", "salvador", "sandra", "santiago", "sara", "sebastian", "sergio", "silvia",
    "sofia", "sonia", "susana", "teresa", "thiago", "tiago", "tomas", "valentina", "valeria", "vanesa",
    "vasco", "veronica", "vicente", "victor", "victoria", "virginia", "vitor", "xavier", "ximena",
    "yolanda"};

constexpr std::string_view kVietnameseSurnamesWords[] = {
    "bui", "cao", "chau", "dam", "dang", "dao", "diep", "dinh", "do", "doan", "dong", "duong", "ha", "ho",
    "hoang", "huynh", "kieu", "lam", "le", "lieu", "luong", "luu", "ly", "nghiem", "ngo", "nguyen", "ong",
    "pham", "phan", "phung", "quach", "ta", "tang", "thach", "thai", "tieu", "ton", "tran", "trieu",
    "trinh", "truong", "tu", "ung", "vo", "vu", "vuong"};

constexpr std::string_view kChineseAndKoreanSurnamesWords[] = {
    "ahn", "ai", "ang", "au", "bae", "baek", "bai", "bak", "ban", "bang", "bong", "byun", "cai", "cao",
    "cha", "chae", "chan", "chang", "chen", "cheng", "cheon", "cheung", "chiang", "chin", "chiu", "cho",
    "choe", "choi", "chong", "chow", "chua", "chun", "chung", "cui", "dai", "deng", "ding", "dong", "du",
    "fan", "fang", "feng", "fok", "foo", "foong", "fu", "fung", "gao", "goh", "gong", "gu", "gui", "guo",
    "gwon", "ha", "han", "hao", "he", "heo", "ho", "hong", "hou", "hsiao", "hsieh", "hsu", "hu", "huang",
    "hui", "hwang", "im", "ip", "jang", "jeon", "jeong", "jeung", "ji", "jia", "jiang", "jin", "jo", "joo",
    "ju", "jung", "kam", "kang", "kao", "khoo", "kim", "ko", "koh", "kong", "koo", "kuo", "kwan", "kwok",
    "kwon", "kwong", "lai", "lam", "lang", "lau", "lee", "lei", "leung", "li", "liang", "lim", "lin",
    "liu", "lo", "loh", "long", "lu", "lui", "luo", "ma", "mak", "mao", "mo", "mok", "moon", "nam", "neo",
    "ng", "ngai", "nie", "noh", "oh", "ong", "ou", "ouyang", "pak", "pan", "park", "peng", "poon", "qi",
    "qian", "qin", "qiu", "quan", "quek", "ren", "ryu", "seo", "sha", "shao", "shen", "shi", "shin", "shu",
    "sim", "sima", "sit", "situ", "siu", "son", "song", "su", "suh", "sun", "sung", "szeto", "tai", "tam",
    "tan", "tang", "tay", "teng", "teo", "tham", "tian", "toh", "tong", "tsai", "tsang", "tse", "tsui",
    "tu", "wan", "wang", "wee", "wei", "wen", "weng", "won", "wong", "wu", "xi", "xia", "xiao", "xie",
    "xing", "xiong", "xu", "xue", "yan", "yang", "yao", "yau", "yee", "yeo", "yeoh", "yeung", "yim", "yin",
    "ying", "yip", "yong", "yoo", "yoon", "yu", "yuan", "yuen", "yuk", "yun", "zeng", "zha", "zhan",
    "zhang", "zhao", "zheng", "zhong", "zhou", "zhu", "zhuang", "zhuge", "zou"};

constexpr std::string_view kAlsoWesternGivenNamesWords[] = {
    "ang", "dai", "do", "han", "jin", "kim", "le", "lee", "lin", "long", "sim", "tan", "young"};

constexpr std::string_view kJapaneseSurnamesWords[] = {
    "abe", "ando", "aoki", "arai", "araki", "asano", "chiba", "endo", "fujii", "fujimoto", "fujita",
    "fujiwara", "fukuda", "fukushima", "goto", "harada", "hasegawa", "hashimoto", "hattori", "hayashi",
    "hirano", "hirata", "hirose", "homma", "honda", "hosokawa", "ichikawa", "igarashi", "iida", "ikeda",
    "imai", "imamura", "inaba", "inoue", "ishida", "ishihara", "ishii", "ishikawa", "ito", "iwasaki",
    "iwata", "kamada", "kaneko", "kato", "kawaguchi", "kawai", "kawakami", "kawamura", "kawasaki",
    "kikuchi", "kimura", "kinoshita", "kitamura", "kobayashi", "kojima", "kondo", "kono", "koyama", "kubo",
    "kubota", "kudo", "kumagai", "kuroda", "kurosawa", "kusano", "maeda", "maruyama", "masuda", "matsuda",
    "matsui", "matsumoto", "matsumura", "matsuo", "matsuoka", "matsushita", "minami", "miura", "miyamoto",
    "miyazaki", "mizuno", "mochizuki", "mori", "morimoto", "morita", "moriyama", "murakami", "murata",
    "nagai", "nagata", "naito", "nakagawa", "nakajima", "nakamura", "nakanishi", "nakano", "nakata",
    "nakayama", "nishida", "nishikawa", "nishimura", "nishiyama", "noda", "noguchi", "nomura", "oda",
    "ogawa", "ohno", "ohtani", "oishi", "okada", "okamoto", "okazaki", "okubo", "onishi", "ono", "osaki",
    "oshima", "ota", "otani", "otsuka", "ozaki", "ozawa", "saito", "sakai", "sakamoto", "sakurai", "sano",
    "sasaki", "sato", "shibata", "shimada", "shimizu", "sugawara", "sugimoto", "sugiura", "sugiyama",
    "suzuki", "takada", "takagi", "takahashi", "takano", "takeda", "takemoto", "takeuchi", "tamaki",
    "tamura", "tanabe", "tanaka", "taniguchi", "terada", "tokugawa", "toyoda", "toyota", "tsuchiya",
    "tsuji", "tsukamoto", "uchida", "ueda", "ueki", "uemura", "ueno", "wada", "watanabe", "yagi", "yamada",
    "yamaguchi", "yamamoto", "yamanaka", "yamashita", "yamauchi", "yamazaki", "yano", "yasuda", "yokoyama",
    "yoshida", "yoshikawa", "yoshimura", "yoshioka", "yuasa"};

constexpr std::string_view kKoreanScriptSurnamesWords[] = {
    "강", "경", "고", "공", "곽", "구", "국", "권", "금", "기", "길", "김", "남", "남궁", "노", "도", "독고", "동방", "류", "마",
    "맹", "명", "모", "문", "민", "박", "반", "방", "배", "백", "변", "봉", "부", "사", "사공", "서", "서문", "석", "선", "선우",
    "설", "성", "소", "손", "송", "신", "심", "안", "양", "어", "엄", "여", "연", "염", "예", "오", "옥", "왕", "용", "우", "원",
    "위", "유", "육", "윤", "은", "이", "인", "임", "장", "전", "정", "제", "제갈", "조", "주", "지", "진", "차", "채", "천",
    "최", "추", "탁", "태", "편", "표", "하", "한", "함", "허", "현", "홍", "황", "황보"};

constexpr std::string_view kHanScriptSurnamesWords[] = {
    "丁", "万", "上官", "乔", "于", "任", "何", "余", "侯", "傅", "冯", "刘", "劉", "卢", "史", "叶", "司徒", "司馬", "司马", "吕",
    "吳", "吴", "呂", "周", "唐", "夏", "姚", "姜", "孔", "孙", "孟", "孫", "宋", "尹", "崔", "常", "康", "廖", "张", "張", "彭",
    "徐", "戴", "文", "方", "易", "曹", "曾", "朱", "李", "杜", "杨", "林", "梁", "楊", "欧阳", "歐陽", "武", "段", "毛", "江",
    "汤", "汪", "沈", "潘", "熊", "王", "田", "白", "皇甫", "盧", "石", "秦", "程", "罗", "羅", "胡", "苏", "范", "萧", "葉",
    "董", "蒋", "蔡", "蔣", "蕭", "薛", "蘇", "袁", "許", "諸葛", "謝", "譚", "许", "诸葛", "谢", "谭", "賈", "贺", "贾", "赖",
    "赵", "趙", "邓", "邱", "邵", "邹", "郑", "郝", "郭", "鄧", "鄭", "金", "鍾", "钟", "钱", "阎", "陆", "陈", "陳", "韓", "韩",
    "顾", "馬", "馮", "马", "高", "魏", "黃", "黄", "黎", "龙", "龚"};

constexpr std::string_view kJapaneseScriptSurnamesWords[] = {
    "三浦", "上田", "上野", "中山", "中島", "中川", "中村", "中田", "中西", "中野", "丸山", "久保",
    "久保田", "五十嵐", "井上", "今井", "伊藤", "佐々木", "佐藤", "佐野", "内田", "内藤", "前田", "加藤",
    "北", "北村", "千葉", "南", "原", "原田", "古川", "吉岡", "吉川", "吉村", "吉田", "和田", "土屋",
    "坂本", "堀", "増田", "大久保", "大塚", "大島", "大橋", "大西", "大谷", "大野", "太田", "安田", "安藤",
    "宮崎", "宮本", "小山", "小島", "小川", "小松", "小林", "小池", "小野", "尾崎", "山下", "山中", "山内",
    "山口", "山崎", "山本", "山田", "岡", "岡本", "岡田", "岩崎", "岩田", "島田", "川上", "川口", "川崎",
    "川村", "工藤", "市川", "平井", "平田", "平野", "後藤", "斉藤", "斎藤", "新井", "早川", "星野", "服部",
    "望月", "木下", "木村", "本田", "本間", "杉山", "杉本", "村上", "村田", "東", "松下", "松井", "松尾",
    "松岡", "松本", "松村", "松浦", "松田", "林", "柳", "柴田", "桜井", "森", "森本", "森田", "樋口",
    "横山", "橋本", "武田", "水野", "永井", "永田", "池田", "河野", "浅野", "浜田", "清水", "渡辺", "渡邉",
    "渡邊", "渡部", "熊谷", "片山", "田中", "田口", "田村", "田辺", "矢野", "石井", "石原", "石川", "石田",
    "福島", "福田", "秋山", "竹内", "荒井", "荒木", "菅", "菅原", "菅野", "菊地", "菊池", "藤井", "藤原",
    "藤本", "藤田", "西", "西川", "西村", "西田", "谷", "谷口", "辻", "近藤", "遠藤", "酒井", "野口",
    "野村", "野田", "金子", "鈴木", "長谷川", "関", "阿部", "青木", "飯田", "馬場", "高木", "高橋", "高田",
    "高野", "黒田", "齊藤", "齋藤"};

constexpr std::string_view kHungarianSurnamesWords[] = {
    "antal", "bakos", "balazs", "balint", "balla", "balogh", "banfi", "barta", "biro", "bodnar", "bognar",
    "borbely", "csonka", "deak", "dobos", "farago", "farkas", "fazekas", "fekete", "fodor", "fulop", "gal",
    "gaspar", "goncz", "gulyas", "hajdu", "hegedus", "horvath", "illes", "jakab", "juhasz", "katona",
    "kelemen", "kerekes", "kiraly", "kis", "kiss", "kocsis", "kovacs", "kozma", "lakatos", "laszlo",
    "lengyel", "lukacs", "magyar", "marton", "meszaros", "molnar", "nagy", "nemes", "nemeth", "olah",
    "orban", "orosz", "orsos", "pal", "pap", "papp", "pasztor", "pataki", "pinter", "puskas", "racz",
    "sandor", "santha", "sipos", "somogyi", "soos", "szabo", "szalai", "szekely", "szilagyi", "szoke",
    "szucs", "takacs", "tamas", "torok", "toth", "varga", "vass", "veres", "veress", "vincze", "voros"};

constexpr std::string_view kHungarianGivenNamesWords[] = {
    "adam", "agnes", "akos", "andras", "andrea", "aniko", "anna", "aron", "attila", "balazs", "balint",
    "barbara", "beata", "bela", "bence", "bernadett", "boglarka", "csaba", "csilla", "dalma", "daniel",
    "david", "dora", "edina", "edit", "emese", "endre", "erika", "erzsebet", "eszter", "eva", "ferenc",
    "fruzsina", "gabor", "gabriella", "gergely", "gergo", "geza", "gyorgy", "gyula", "hajnalka",
    "henrietta", "ibolya", "ildiko", "ilona", "imre", "istvan", "janos", "jozsef", "judit", "julia",
    "kalman", "karoly", "katalin", "kinga", "krisztian", "krisztina", "lajos", "laszlo", "levente",
    "lilla", "margit", "maria", "marta", "martina", "mate", "melinda", "miklos", "monika", "nikolett",
    "noemi", "nora", "norbert", "orsolya", "pal", "peter", "piroska", "reka", "richard", "robert",
    "roland", "sandor", "szabolcs", "szilvia", "tamas", "tibor", "timea", "tunde", "veronika", "viktor",
    "viktoria", "vilmos", "zoltan", "zsofia", "zsolt", "zsuzsa", "zsuzsanna"};

constexpr std::string_view kHungarianOnlyGivenNamesWords[] = {
    "akos", "andras", "aniko", "arpad", "attila", "balazs", "bence", "boglarka", "csaba", "csilla",
    "endre", "eniko", "eszter", "ferenc", "fruzsina", "gabor", "gergely", "gergo", "geza", "gyorgy",
    "gyula", "hajnalka", "ibolya", "ildiko", "ilona", "imre", "istvan", "janos", "jeno", "jozsef",
    "karoly", "katalin", "krisztian", "krisztina", "laszlo", "levente", "lorand", "mihaly", "miklos",
    "nikolett", "odon", "orsolya", "piroska", "sandor", "szabolcs", "szilvia", "tamas", "tibor", "timea",
    "tunde", "vilmos", "zoltan", "zsofia", "zsolt", "zsuzsa", "zsuzsanna"};

constexpr std::string_view kIberianOnlyGivenNamesWords[] = {
    "alejandra", "alejandro", "alvaro", "andres", "anibal", "arturo", "cesar", "diego", "dolores",
    "eduardo", "enrique", "esteban", "felipe", "fernanda", "fernando", "francisca", "francisco", "gerardo",
    "gonzalo", "graciela", "guadalupe", "guillermo", "gustavo", "humberto", "ignacio", "inigo", "jaime",
    "javier", "joao", "joaquin", "jorge", "jose", "josefina", "juan", "juana", "luis", "luisa", "manuel",
    "mariano", "matias", "miguel", "milagros", "montserrat", "pablo", "paulo", "pedro", "pilar", "rafael",
    "ramiro", "ramon", "raul", "ricardo", "rigoberta", "rodrigo", "rosario", "santiago", "tiago", "tomas",
    "vicente", "ximena"};

// clang-format on

static_assert(std::is_sorted(std::begin(kSpanishSurnamesWords), std::end(kSpanishSurnamesWords)));
static_assert(std::is_sorted(std::begin(kSpanishGivenNamesWords), std::end(kSpanishGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kVietnameseSurnamesWords), std::end(kVietnameseSurnamesWords)));
static_assert(std::is_sorted(std::begin(kChineseAndKoreanSurnamesWords),
                             std::end(kChineseAndKoreanSurnamesWords)));
static_assert(std::is_sorted(std::begin(kAlsoWesternGivenNamesWords), std::end(kAlsoWesternGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kJapaneseSurnamesWords), std::end(kJapaneseSurnamesWords)));
static_assert(std::is_sorted(std::begin(kKoreanScriptSurnamesWords), std::end(kKoreanScriptSurnamesWords)));
static_assert(std::is_sorted(std::begin(kHanScriptSurnamesWords), std::end(kHanScriptSurnamesWords)));
static_assert(std::is_sorted(std::begin(kJapaneseScriptSurnamesWords),
                             std::end(kJapaneseScriptSurnamesWords)));
static_assert(std::is_sorted(std::begin(kHungarianSurnamesWords), std::end(kHungarianSurnamesWords)));
static_assert(std::is_sorted(std::begin(kHungarianGivenNamesWords), std::end(kHungarianGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kHungarianOnlyGivenNamesWords),
                             std::end(kHungarianOnlyGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kIberianOnlyGivenNamesWords), std::end(kIberianOnlyGivenNamesWords)));

}  // namespace

const WordList kSpanishSurnames{kSpanishSurnamesWords, std::size(kSpanishSurnamesWords)};
const WordList kSpanishGivenNames{kSpanishGivenNamesWords, std::size(kSpanishGivenNamesWords)};
const WordList kVietnameseSurnames{kVietnameseSurnamesWords, std::size(kVietnameseSurnamesWords)};
const WordList kChineseAndKoreanSurnames{kChineseAndKoreanSurnamesWords,
                                         std::size(kChineseAndKoreanSurnamesWords)};
const WordList kAlsoWesternGivenNames{kAlsoWesternGivenNamesWords, std::size(kAlsoWesternGivenNamesWords)};
const WordList kJapaneseSurnames{kJapaneseSurnamesWords, std::size(kJapaneseSurnamesWords)};
const WordList kKoreanScriptSurnames{kKoreanScriptSurnamesWords, std::size(kKoreanScriptSurnamesWords)};
const WordList kHanScriptSurnames{kHanScriptSurnamesWords, std::size(kHanScriptSurnamesWords)};
const WordList kJapaneseScriptSurnames{kJapaneseScriptSurnamesWords, std::size(kJapaneseScriptSurnamesWords)};
const WordList kHungarianSurnames{kHungarianSurnamesWords, std::size(kHungarianSurnamesWords)};
const WordList kHungarianGivenNames{kHungarianGivenNamesWords, std::size(kHungarianGivenNamesWords)};
const WordList kHungarianOnlyGivenNames{kHungarianOnlyGivenNamesWords,
                                        std::size(kHungarianOnlyGivenNamesWords)};
const WordList kIberianOnlyGivenNames{kIberianOnlyGivenNamesWords, std::size(kIberianOnlyGivenNamesWords)};

}  // namespace ashby::names
