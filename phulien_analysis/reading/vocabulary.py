"""What official Vietnamese reports count and measure in: one line per unit, its words, its name in English.

A line is ``unit | dimension | scale | words | English name``; the words are separated by ``;``, the first one is the
Vietnamese name. Identifiers are those of the catalogue's ``units.csv`` where it has the unit. Things counted have no
scale of their own (1), and an empty dimension stands for the identifier with an ``s``. People are one dimension,
whatever they are called.
"""

from __future__ import annotations

MEASURES = """
dong | money | 1 | đồng; đ; vnđ; vnd; đồng việt nam; việt nam đồng | dong
usd | money-usd | 1 | USD; đô la mỹ; đô la; đôla; đô-la | US dollar
euro | money-euro | 1 | euro; eur | euro
tonne | mass | 1000 | tấn | tonne
quintal | mass | 100 | tạ | quintal
ten-kilograms | mass | 10 | yến | ten kilograms
kilogram | mass | 1 | kg; ki-lô-gam; kilôgam; kilogam; kilogram | kilogram
gram | mass | 0.001 | gam; gram; g; gr | gram
litre | volume | 0.001 | lít; l | litre
cubic-metre | volume | 1 | m³; m3; mét khối; khối | cubic metre
hectare | area | 10000 | ha; héc ta; héc-ta; hecta; hec-ta; hécta; hec ta | hectare
square-metre | area | 1 | m²; m2; mét vuông | square metre
square-kilometre | area | 1000000 | km²; km2; ki-lô-mét vuông | square kilometre
sao | sao | 1 | sào | sào
metre | length | 1 | m; mét; md; mét dài | metre
kilometre | length | 1000 | km; ki-lô-mét; kilomet; kilômét; cây số | kilometre
centimetre | length | 0.01 | cm; xăng-ti-mét | centimetre
millimetre | length | 0.001 | mm; mi-li-mét | millimetre
nautical-mile | length | 1852 | hải lý | nautical mile
kilowatt-hour | energy | 1 | kWh; kw/h; kwh | kilowatt-hour
megawatt-hour | energy | 1000 | MWh | megawatt-hour
kilowatt | power | 1 | kW | kilowatt
megawatt | power | 1000 | MW | megawatt
kilovolt-ampere | apparent-power | 1 | kVA | kilovolt-ampere
megavolt-ampere | apparent-power | 1000 | MVA | megavolt-ampere
degree-celsius | temperature | 1 | °C; độ C; độ c; oC | degree Celsius
percentage-point | points | 0.01 | điểm phần trăm; điểm %; đpt; điểm% | percentage point
percent | ratio | 0.01 | %; phần trăm | %
per-mille | ratio | 0.001 | ‰; phần nghìn | ‰
"""

COUNTED = """
person | persons | 1 | người; nguời; cá nhân; dân; người dân; công dân; nhân dân; đồng bào; nhân sự; người có công;
  người cao tuổi | person
household-member | persons | 1 | nhân khẩu; khẩu; khẩu dân | household member
worker | persons | 1 | lao động; người lao động; lđ; nhân công + công nhân + nông dân + ngư dân + thuyền viên + thợ
  | worker
pupil | persons | 1 | học sinh; em; em học sinh; học sinh, sinh viên + học viên + sinh viên + thí sinh | pupil
teacher | persons | 1 | giáo viên; thầy cô giáo; gv + giảng viên + nhà giáo | teacher
child | persons | 1 | trẻ; trẻ em; cháu; em nhỏ; trẻ mầm non + thiếu nhi | child
beneficiary | persons | 1 | đối tượng; đối tượng bảo trợ xã hội + người thụ hưởng | beneficiary
defendant | persons | 1 | bị can + bị cáo + nghi phạm; nghi can + con nghiện + tội phạm + phạm nhân | suspect
patient | persons | 1 | bệnh nhân; người bệnh | patient
official | persons | 1 | cán bộ; cán bộ, công chức; cán bộ, công chức, viên chức; cbcc; cbccvc + công chức; công
  chức, viên chức + viên chức + đồng chí; đ/c + biên chế; chỉ tiêu biên chế | official
member | persons | 1 | hội viên + đoàn viên; đoàn viên, hội viên + thành viên + ủy viên; uỷ viên + đội viên + xã
  viên + tổ viên + cộng tác viên + tình nguyện viên | member
party-member | persons | 1 | đảng viên + quần chúng | party member
delegate | persons | 1 | đại biểu; đại biểu hđnd + cử tri | delegate
soldier | persons | 1 | chiến sĩ; chiến sỹ; cán bộ, chiến sĩ; cán bộ, chiến sỹ; cán bộ chiến sĩ; cbcs + dân quân;
  chiến sĩ dân quân; dân quân tự vệ + quân nhân + tân binh + thanh niên + công dân nhập ngũ | soldier
woman | persons | 1 | phụ nữ; nữ; nữ giới + chị + bà mẹ + sản phụ; thai phụ; phụ nữ mang thai | woman
man | persons | 1 | nam giới; nam | man
elder | persons | 1 | cụ + thương binh + bệnh binh + liệt sĩ; liệt sỹ + cựu chiến binh + mẹ việt nam anh hùng |
  person
doctor | persons | 1 | bác sĩ; bác sỹ + y sĩ; y sỹ + điều dưỡng + dược sĩ + nhân viên; nhân viên y tế + chuyên gia +
  diễn viên + vận động viên + huấn luyện viên + trọng tài + báo cáo viên + tuyên truyền viên + hòa giải viên + luật
  sư | staff member
visitor | visitors | 1 | khách; du khách; khách du lịch; hành khách | visitor
household |  | 1 | hộ; hộ dân; hộ gia đình; gia đình | household
organisation |  | 1 | tổ chức + đơn vị + cơ quan; cơ quan, đơn vị; đơn vị, cơ quan + tập thể + đoàn thể + địa phương
  + hội + ban + phòng; phòng, ban + sở; sở, ngành + ngành | organisation
enterprise |  | 1 | doanh nghiệp; dn; doanh nghiệp fdi + công ty + nhà máy + xí nghiệp + nhà thầu + chi nhánh + văn
  phòng đại diện + nhà đầu tư | enterprise
cooperative |  | 1 | hợp tác xã; htx + tổ hợp tác + liên hiệp hợp tác xã + trang trại | cooperative
establishment |  | 1 | cơ sở; cơ sở kinh doanh; cơ sở sản xuất; cơ sở giáo dục + cửa hàng + nhà hàng + khách sạn +
  chợ + siêu thị + ki ốt; ki-ốt; kiốt + quán + gian hàng + hiệu thuốc; nhà thuốc; quầy thuốc + phòng khám + trạm y
  tế + bệnh viện + nhà nghỉ | establishment
dossier | dossiers | 1 | hồ sơ; hồ so; lượt hồ sơ; hồ sơ tthc | dossier
dossier-set | dossiers | 1 | bộ hồ sơ; bộ | dossier
certificate |  | 1 | giấy chứng nhận; gcn; gcnqsdđ; gcnqsd đất; giấy cnqsd đất; giấy cn; sổ đỏ; giấy cnqsdđ + chứng
  chỉ + giấy xác nhận + giấy tờ + giấy | certificate
permit | permits | 1 | giấy phép; gpxd; giấy phép xây dựng; giấy phép lái xe; gplx | permit
procedure | procedures | 1 | thủ tục; thủ tục hành chính; tthc; quy trình; dịch vụ công; dvc | procedure
visit | visits | 1 | lượt; lượt công dân; lượt tiếp | visit
person-visit | person-visits | 1 | lượt người; lượt cán bộ; lượt học sinh; lượt đối tượng; lượt hội viên; lượt đại
  biểu; lượt lao động; lượt bệnh nhân; lượt người dân; lượt đảng viên; lượt nhân dân; lượt đoàn viên; lượt trẻ
  | person visit
tourist-visit | tourist-visits | 1 | lượt khách; lượt khách du lịch; lượt du khách; lượt hành khách | visit
household-visit | household-visits | 1 | lượt hộ; lượt hộ dân | household visit
vehicle-visit | vehicle-visits | 1 | lượt phương tiện; lượt xe; lượt tàu; chuyến; chuyến xe; chuyến bay | trip
broadcast | broadcasts | 1 | lượt phát; lượt phát thanh; buổi phát thanh; giờ phát thanh; giờ phát sóng; lượt phát
  sóng; lượt tuyên truyền; buổi phát | broadcast
access | accesses | 1 | lượt truy cập; lượt xem; lượt tiếp cận; lượt tương tác; lượt chia sẻ; lượt like; lượt thích
  | view
instance | instances | 1 | trường hợp; th; t/h | case
case | cases | 1 | vụ; vụ án; vụ cháy; vụ tai nạn; vụ tai nạn giao thông; vụ nổ; vụ vi phạm; vụ phạm pháp hình sự |
  case
matter |  | 1 | vụ việc; việc; sự việc + vấn đề + nội dung | matter
petition |  | 1 | đơn; đơn thư; đơn, thư; lá đơn; đơn khiếu nại; đơn tố cáo | petition
feedback-item | feedback | 1 | phản ánh, kiến nghị; phản ánh; kiến nghị; ý kiến; ý kiến, kiến nghị; pakn; lượt ý
  kiến; góp ý + đề xuất + câu hỏi + khuyến nghị | feedback item
task |  | 1 | nhiệm vụ; công việc; đầu việc; nội dung nhiệm vụ; phần việc; nhóm nhiệm vụ + giải pháp; nhóm giải pháp
  | task
target |  | 1 | chỉ tiêu; chỉ tiêu chủ yếu + tiêu chí + mục tiêu + chỉ số + tiêu chuẩn | target
decision |  | 1 | quyết định; qđ; quyết định xử phạt + nghị quyết + bản án | decision
text |  | 1 | văn bản; vb; văn bản chỉ đạo; văn bản quy phạm pháp luật + công văn + kế hoạch + báo cáo + thông báo +
  tờ trình + chỉ thị + công điện + hướng dẫn + kết luận + đề án + chương trình + quy chế + phương án + giấy mời +
  biên bản; biên bản vi phạm + đề tài + chuyên đề + sáng kiến + tài liệu + thông tư + nghị định + luật + bộ luật +
  hợp đồng + kịch bản + dự thảo + quy hoạch + đồ án; đồ án quy hoạch + thỏa thuận + hóa đơn + phiếu; lá phiếu +
  phiếu lý lịch tư pháp; lý lịch tư pháp + thư | document
meeting |  | 1 | cuộc họp + cuộc + hội nghị + buổi; buổi tuyên truyền; buổi sinh hoạt; buổi ra quân; buổi tập huấn;
  buổi tiếp dân; buổi làm việc + kỳ họp + phiên họp + phiên; phiên tòa; phiên giao dịch + hội thảo + đoàn kiểm tra;
  đoàn; đoàn công tác + cuộc kiểm tra + lượt kiểm tra + cuộc thanh tra + cuộc giám sát + đại hội + lễ hội | meeting
contest |  | 1 | cuộc thi; hội thi + giải đấu; giải thể thao + hội diễn + cuộc vận động + hội thao + trận; trận đấu
  | contest
event |  | 1 | sự kiện + hoạt động + phong trào + sự cố + ổ dịch; ổ + cơn bão + trận mưa + đám cháy | event
round |  | 1 | đợt; đợt kiểm tra; đợt thi đua + khóa; khoá; khóa học + kỳ + chiến dịch + lượt ra quân; lần ra quân +
  vòng | round
class | classes | 1 | lớp; lớp học; lớp tập huấn; lớp bồi dưỡng; lớp đào tạo; lớp mầm non + nhóm lớp; nhóm, lớp;
  nhóm trẻ + phòng học | class
school |  | 1 | trường; trường học; nhà trường; trường mầm non; trường tiểu học; trường thcs; trường thpt; trường
  chuẩn quốc gia + điểm trường + trung tâm | school
commune |  | 1 | xã, phường; phường, xã; đơn vị cấp xã; đơn vị hành chính cấp xã + xã; xã, thị trấn; xã nông thôn
  mới + phường + thị trấn + đơn vị hành chính; đvhc + đặc khu | commune
district |  | 1 | huyện; huyện, thành phố; huyện, thị xã; huyện, quận + quận; quận, huyện + thị xã | district
province |  | 1 | tỉnh; tỉnh, thành phố; tỉnh, thành; tỉnh thành + thành phố + quốc gia; nước; quốc gia và vùng lãnh
  thổ + thị trường | province
village |  | 1 | thôn; thôn, tổ dân phố; thôn, bản; thôn, xóm; thôn, khu phố + bản; bản, làng + tổ dân phố; tdp; tổ
  dân cư; tổ nhân dân + xóm + ấp + khu phố; khối phố + khóm + buôn + khu dân cư + làng + khu vực + làng nghề + khu +
  cụm; cụm dân cư + tiểu khu + khối + địa bàn | residential group
project |  | 1 | dự án; dự án đầu tư; tiểu dự án; công trình, dự án; dự án, công trình; danh mục dự án + công trình;
  công trình thủy lợi + hạng mục + gói thầu + danh mục + tuyến; tuyến đường; tuyến phố + nhà văn hóa; nhà văn hoá +
  cầu; cây cầu + cống + đập + hồ; hồ chứa + trạm bơm + đường + đoạn; đoạn đường + trạm + trạm biến áp + di tích +
  cụm công nghiệp + khu công nghiệp | project
vehicle |  | 1 | phương tiện; phương tiện giao thông + xe + xe máy; xe mô tô; mô tô + ô tô; xe ô tô; xe ô tô con +
  đầu xe + xe khách + máy bay + xe đạp | vehicle
truck | trucks | 1 | xe tải | truck
vessel |  | 1 | tàu; tàu cá; tàu thuyền; tàu biển + thuyền + lồng bè; bè; lồng + ca nô | vessel
animal |  | 1 | con; đầu con; con gia súc; con gia cầm; con lợn; con trâu; con bò; con trâu, bò; con dê; con giống;
  con gà; con chó; con chó, mèo + gia súc + gia cầm + lợn; đầu lợn + trâu + bò + đàn; đàn ong; tổ ong + cá thể |
  animal
tree |  | 1 | cây; cây xanh; cây giống; cây phân tán; cây con; cây cảnh + gốc; gốc cây | tree
news-item |  | 1 | tin; tin bài; tin, bài; tin, bài, ảnh; lượt tin; tin bài, phóng sự + bài; bài viết; bài tuyên
  truyền; bài báo; bài đăng + bản tin + phóng sự + chuyên mục + ảnh; bức ảnh + video; video clip; clip + tin nhắn +
  tác phẩm + phim + bài dự thi; bài thi | news item
portal-item | portal-items | 1 | tin, công văn | portal item
programme |  | 1 | chương trình phát thanh; chương trình văn nghệ; chương trình truyền thanh; chương trình nghệ
  thuật + tiết mục + số báo + buổi biểu diễn; buổi diễn + buổi chiếu phim | programme
gift |  | 1 | suất quà; xuất quà; suất; xuất; phần quà; quà; món quà; phần; suất quà tặng; túi quà; lượt quà; giỏ
  quà + suất học bổng; học bổng + suất ăn | gift
card |  | 1 | thẻ; thẻ bhyt; thẻ bảo hiểm y tế; thẻ đảng; thẻ atm + thẻ căn cước; thẻ cccd; căn cước; căn cước công
  dân; cccd + hộ chiếu | card
account |  | 1 | tài khoản; tài khoản định danh; tài khoản định danh điện tử + thuê bao + chữ ký số; chứng thư số +
  mã định danh + địa chỉ + sim + tên miền + số điện thoại + mã qr | account
house |  | 1 | nhà; căn nhà; ngôi nhà; nhà ở; nhà tạm; nhà tạm, nhà dột nát; nhà đại đoàn kết; nhà tình nghĩa; ngôi
  nhà tình nghĩa; nhà tình thương; nhà dân; căn; ngôi + căn hộ + mộ; ngôi mộ + nhà xưởng + biệt thự | house
plot |  | 1 | thửa; thửa đất + lô; lô đất + ô đất; ô + mảnh đất + khu đất + điểm mỏ; mỏ + vị trí + lô hàng | plot
site |  | 1 | điểm; địa điểm + điểm cầu + điểm sạt lở + điểm bưu điện; điểm bưu điện văn hóa xã + điểm du lịch +
  điểm tiếp công dân + điểm bầu cử; khu vực bỏ phiếu + chốt; chốt kiểm soát + nơi + điểm nóng + điểm nhóm + điểm
  đen; điểm đen giao thông + cơ sở tôn giáo; cơ sở thờ tự + chùa + đình + nhà thờ | site
party-cell |  | 1 | chi bộ; chi bộ trực thuộc + đảng bộ; chi, đảng bộ; chi đảng bộ + tổ chức đảng; tổ chức cơ sở
  đảng; tccs đảng; tccsđ + đảng ủy | party cell
association-cell |  | 1 | chi hội; chi hội phụ nữ; tổ hội + chi đoàn + hội đồng + công đoàn cơ sở; công đoàn + ban
  công tác mặt trận | association cell
team |  | 1 | tổ; tổ công tác; tổ liên gia; tổ tự quản; tổ công nghệ số cộng đồng; tổ cnscđ; tổ hòa giải; tổ tiết
  kiệm và vay vốn; tổ bầu cử + đội; đội bóng; đội văn nghệ; đội tuyển + nhóm; băng nhóm + câu lạc bộ; clb + ban chỉ
  đạo + tiểu đội + trung đội + đại đội | team
model |  | 1 | mô hình; mô hình sản xuất; mô hình kinh tế; mô hình điểm + điển hình; gương điển hình + chuỗi; chuỗi
  liên kết | model
product |  | 1 | sản phẩm; sản phẩm ocop + mặt hàng + nhãn hiệu + mẫu; mẫu thực phẩm; mẫu nước; mẫu xét nghiệm +
  loại; chủng loại + giống + mã vùng trồng | product
medical-case | medical-cases | 1 | ca; ca mắc; ca bệnh; ca tử vong; ca sốt xuất huyết; ca phẫu thuật; ca mắc mới; ca
  f0; ca mắc sốt xuất huyết; ca dương tính | case
bed |  | 1 | giường; giường bệnh + phòng nghỉ + buồng; buồng phòng | bed
dose |  | 1 | liều; liều vắc xin; liều vaccine; mũi; mũi tiêm; liều vắc-xin; liều vacxin + viên; viên nén + đơn vị
  máu | dose
leaflet |  | 1 | tờ rơi; tờ gấp; tờ bướm; tờ + ấn phẩm + áp phích + tờ bản đồ + trang | leaflet
book |  | 1 | cuốn; quyển; cuốn sách; bản sách; đầu sách + sổ; cuốn sổ + vở; quyển vở + bản sao + bản chính + bản đồ
  | book
banner |  | 1 | băng rôn; băng zôn; băng-rôn; băng rôn, khẩu hiệu; băng zon; băng; baner; banner; bandroll + khẩu
  hiệu + phướn | banner
flag | flags | 1 | cờ; lá cờ; cờ phướn; cờ tổ quốc; hồng kỳ; cờ các loại; cờ thi đua | flag
flag-stand | flag-stands | 1 | bát cờ; cụm cờ | flag stand
panel |  | 1 | pa nô; pano; pa-nô; panô; cụm pano + biển; biển báo; biển hiệu + bảng; bảng tin; bảng điện tử + cụm
  loa; loa; loa truyền thanh + camera; mắt camera; cụm camera + đèn; bóng đèn; bóng điện + cột; cột điện + hệ thống
  | item
signboard | signboards | 1 | biển quảng cáo; biển hiệu quảng cáo; bảng quảng cáo | signboard
parasol |  | 1 | ô dù; dù; ô, dù + mái che; mái hiên; mái vẩy + lều lán; lều quán; lán | parasol
chair |  | 1 | ghế; ghế nhựa; ghế đá + bàn + bàn ghế; bộ bàn ghế; bàn, ghế + chỗ; chỗ ngồi | chair
generator | generators | 1 | máy phát điện; máy phát | generator
excavator | excavators | 1 | máy xúc; máy múc; máy ủi | excavator
machine |  | 1 | máy + máy tính; bộ máy tính + thiết bị; trang thiết bị + chiếc; cái + máy bơm + máy in + bình; bình
  chữa cháy; bình cứu hỏa + công tơ + điện thoại + quả + thanh + áo phao; chiếc áo phao + bao + thùng + gói + túi +
  hộp + chai + teu; teus; container + kiện + rọ đá + vé + khẩu súng + viên đạn + bộ quần áo + đôi; cặp | item
award |  | 1 | giải; giải thưởng; giải nhất; giải nhì; giải ba; giải khuyến khích + huy chương; huy chương vàng; hcv
  + bằng khen + giấy khen + danh hiệu + huân chương + kỷ niệm chương + huy hiệu; huy hiệu đảng + hiện vật | award
occasion |  | 1 | lần | time
couple | couples | 1 | cặp vợ chồng; đôi nam nữ; cuộc kết hôn; cặp đôi; hôn nhân | couple
man-day |  | 1 | ngày công; công lao động; ngày công lao động + tiết; tiết học + buổi học | man-day
sector |  | 1 | lĩnh vực; lĩnh vực công tác + nhóm ngành; ngành nghề + nghề + trụ cột + khâu đột phá; đột phá |
  sector
utility-connection | utility-connections | 1 | hộ sử dụng; đấu nối; điểm đấu nối; lượt tra cứu; hộ đấu nối |
  connection
service |  | 1 | giao dịch; lượt giao dịch + dịch vụ + đơn hàng + khoản; khoản thu; khoản vay + món; món vay + tờ
  khai + cuộc gọi + sàn giao dịch | item
result |  | 1 | kết quả; kết quả tthc; kết quả giải quyết + dữ liệu + bản ghi + thông tin; trường thông tin | result
"""

# What a rate is per, beside what is counted and measured: spans of time.
SPANS = """
day | days | 1 | ngày; ngày đêm | day
week | weeks | 1 | tuần | week
month | months | 1 | tháng | month
quarter | quarters | 1 | quý | quarter
year | years | 1 | năm; năm học | year
hour | hours | 1 | giờ; h | hour
second | seconds | 1 | giây; s | second
minute | minutes | 1 | phút | minute
crop | crops | 1 | vụ | crop
"""

# Words of magnitude: identifier, exponent of ten, words, name in English. The longest goes first.
MAGNITUDES = """
quadrillion | 15 | triệu tỷ; triệu tỉ | quadrillion
trillion | 12 | nghìn tỷ; ngàn tỷ; nghìn tỉ; ngàn tỉ | trillion
billion | 9 | tỷ; tỉ | billion
million | 6 | triệu; tr | million
ten-thousand | 4 | vạn | ten thousand
thousand | 3 | nghìn; ngàn | thousand
"""
